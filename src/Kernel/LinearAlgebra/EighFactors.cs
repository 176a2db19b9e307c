namespace NotebookGrad;

/// <summary>A = V·diag(λ)·Vᵀ.</summary>
/// <param name="Eigenvalues">λ, ascending.</param>
/// <param name="Eigenvectors">V, orthonormal columns.</param>
public readonly record struct EighFactors(Tensor Eigenvalues, Tensor Eigenvectors);
