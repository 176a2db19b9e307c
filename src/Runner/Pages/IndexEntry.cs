namespace NotebookGrad.Runner.Pages;

/// <summary>A line of the list of notebooks.</summary>
/// <param name="Title">What the notebook is called.</param>
/// <param name="Address">The relative address of its page; null if it has none.</param>
/// <param name="Path">Where the notebook came from.</param>
/// <param name="Cells">How many cells it has.</param>
/// <param name="Status">How the run went.</param>
/// <param name="IsGood">Whether it went well.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record IndexEntry(
    string Title, string? Address, string Path, int Cells, string Status, bool IsGood, TimeSpan Elapsed);
