namespace NotebookGrad.Runner.Outputs;

/// <summary>What a cell gave while it ran, in the order in which it came.</summary>
internal abstract record CellOutput;
