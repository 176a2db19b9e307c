namespace NotebookGrad;

/// <summary>How a tensor's elements are spread over intervals.</summary>
/// <param name="Hist">How many, or how much weight, lies in each; [bins].</param>
/// <param name="BinEdges">The bounds of the intervals; [bins + 1].</param>
public readonly record struct HistogramResult(Tensor Hist, Tensor BinEdges);
