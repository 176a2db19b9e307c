namespace NotebookGrad;

/// <summary>The answer to a least-squares problem.</summary>
/// <param name="Solution">The shortest X for which A·X is closest to B; alone differentiable.</param>
/// <param name="Residuals">
/// By column of B the squared distance that is left, if there are more rows than columns and no column is a combination
/// of others; empty otherwise.
/// </param>
/// <param name="Rank">The rank of each matrix, int64.</param>
/// <param name="SingularValues">The singular values of each matrix, descending.</param>
public readonly record struct LstsqResult(Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues);
