namespace NotebookGrad.Runner.Outputs;

/// <summary>A remark for whoever runs the notebook, shown on the console; it is no part of the notebook.</summary>
internal sealed record Notice(string Text) : CellOutput;
