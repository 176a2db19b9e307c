namespace NotebookGrad;

/// <summary>A determinant that may be too large or too small for a number: sign·exp(logabsdet).</summary>
/// <param name="Sign">−1, 0 or 1; a constant.</param>
/// <param name="LogAbsDet">The logarithm of its absolute value.</param>
public readonly record struct SlogDetResult(Tensor Sign, Tensor LogAbsDet);
