namespace NotebookGrad.Nn;

/// <summary>Batch normalisation of [N, C, H, W].</summary>
/// <inheritdoc cref="BatchNormalization"/>
public sealed class BatchNorm2d(
    int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
    DType dtype = DType.Float32)
    : BatchNormalization(
        "batch_norm2d", [4], numFeatures, eps, momentum, affine, trackRunningStats, dtype);
