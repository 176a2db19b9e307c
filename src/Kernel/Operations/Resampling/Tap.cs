namespace NotebookGrad.Operations;

/// <summary>For each element of a resampled axis one that it is made of, and with which weight; null for 1.</summary>
internal sealed record Tap(Tensor Positions, Tensor? Weights);
