namespace NotebookGrad.Runner.Commands;

/// <summary>What is to be run, and what becomes of it.</summary>
/// <param name="Paths">Notebooks, and folders of notebooks.</param>
/// <param name="Html">Where pages go, or null for none.</param>
/// <param name="Output">Where the notebooks with their outputs go, or null for none.</param>
/// <param name="Timeout">How long one cell may take.</param>
/// <param name="Sources">Package sources: full paths of folders, and addresses.</param>
internal sealed record RunOptions(
    IReadOnlyList<string> Paths,
    string? Html,
    string? Output,
    TimeSpan Timeout,
    IReadOnlyList<string> Sources);
