namespace NotebookGrad.Runner.Outputs;

/// <summary>Text written to the console.</summary>
internal sealed record TextOutput(bool IsError, string Text) : CellOutput;
