using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>What a node stands for where it is a part of the graph folded into one box.</summary>
/// <param name="Name">The module's name, the operations that repeat, or how much it holds.</param>
/// <param name="Repeats">How many times the part stands one after the other; 1 for a module that stands once.</param>
/// <param name="Operations">The operations inside, all repetitions together; 0 where it holds only leaves.</param>
/// <param name="Members">The identities of all nodes inside, operations first.</param>
/// <param name="Reading">Reads what is inside, where somebody looks.</param>
internal sealed record GraphFold(
    string Name,
    int Repeats,
    int Operations,
    IReadOnlyList<long> Members,
    Lazy<GraphReading> Reading)
{
    /// <summary>
    /// The gradients that arrive at its repetitions or, of a part that stands once, at its own parts: first to last,
    /// and of very many some at even distances; none where they are so few that their sizes need no picture.
    /// </summary>
    public IReadOnlyList<ValueSummary> Gradients { get; init; } = [];

    /// <summary>
    /// The part as a graph of its own: the first of its repetitions, with what goes in and comes out as its leaves and
    /// roots.
    /// </summary>
    public GraphReading Inside => Reading.Value;
}
