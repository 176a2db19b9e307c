namespace NotebookGrad;

/// <summary>A = Q·R.</summary>
/// <param name="Q">Orthonormal columns.</param>
/// <param name="R">An upper triangle.</param>
public readonly record struct QrFactors(Tensor Q, Tensor R);
