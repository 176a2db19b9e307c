namespace NotebookGrad.Nn;

/// <summary>Batch normalisation of [N, C] or [N, C, L].</summary>
/// <inheritdoc cref="BatchNormalization"/>
public sealed class BatchNorm1d(
    int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
    DType dtype = DType.Float32)
    : BatchNormalization(
        "batch_norm1d", [2, 3], numFeatures, eps, momentum, affine, trackRunningStats, dtype);
