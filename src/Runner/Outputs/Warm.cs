namespace NotebookGrad.Runner.Outputs;

/// <summary>The kernel has got itself going; no part of the notebook.</summary>
internal sealed record Warm : CellOutput;
