using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A line of a chain at the place where it is drawn.</summary>
/// <param name="Line">The node.</param>
/// <param name="Branch">How many branches deep it stands.</param>
/// <param name="StartsBranch">Whether a branch starts with it.</param>
internal sealed record ChainRow(ChainLine Line, int Branch, bool StartsBranch)
{
    /// <summary>The lines that lead to it.</summary>
    public string Rails => StartsBranch
        ? string.Concat(Enumerable.Repeat("│ ", Branch - 1)) + "├─"
        : string.Concat(Enumerable.Repeat("│ ", Branch));
}
