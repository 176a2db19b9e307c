namespace NotebookGrad.Runner.Outputs;

/// <summary>A remark for whoever runs the notebook; it is shown on the console and is no part of the notebook.</summary>
internal sealed record Notice(string Text) : CellOutput;
