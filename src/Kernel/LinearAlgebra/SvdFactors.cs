namespace NotebookGrad;

/// <summary>A = U·diag(S)·Vh.</summary>
/// <param name="U">The left singular vectors, as columns.</param>
/// <param name="S">The singular values, descending.</param>
/// <param name="Vh">The right singular vectors, as rows.</param>
public readonly record struct SvdFactors(Tensor U, Tensor S, Tensor Vh);
