namespace NotebookGrad;

/// <summary>What a search along an axis has found; takes apart as <c>var (values, indices) = x.Max(0);</c>.</summary>
/// <param name="Values">The elements; gradients go through them.</param>
/// <param name="Indices">Their positions along the axis, int64, of the same shape.</param>
public readonly record struct ValuesAndIndices(Tensor Values, Tensor Indices);
