namespace NotebookGrad.Runner.Kernels;

/// <summary>A cell can't go on for a reason that is no exception of its own code.</summary>
/// <param name="name">What kind of failure it is.</param>
/// <param name="message">What went wrong and what to do.</param>
/// <param name="line">The line of the cell, counted from one.</param>
internal sealed class CellFailureException(string name, string message, int? line) : Exception(message)
{
    public string Name { get; } = name;

    public int? Line { get; } = line;
}
