namespace NotebookGrad.Runner.Outputs;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The exception's type, or what kind of failure it is.</param>
/// <param name="Message">What went wrong, in one or a few lines.</param>
/// <param name="Traceback">The whole story, a line an item.</param>
/// <param name="Line">The line of the cell that failed, counted from one, where it is known.</param>
internal sealed record ErrorOutput(
    string Name,
    string Message,
    IReadOnlyList<string> Traceback,
    int? Line = null) : CellOutput;
