namespace NotebookGrad.Views;

/// <summary>
/// A part of a graph: the operations of successive steps. In such a run no way leads out and in again, so that parts
/// can be folded into boxes, whichever they are, and the graph keeps its direction.
/// </summary>
/// <param name="Kind">Why the operations belong together.</param>
/// <param name="Name">What the part is called; empty for an operation.</param>
/// <param name="First">The first step.</param>
/// <param name="Count">How many steps it takes.</param>
/// <param name="Parts">What it is made of, in order; nothing for an operation.</param>
/// <param name="Repeats">How many equal units <paramref name="Parts"/> hold.</param>
internal sealed record Part(
    PartKind Kind,
    string Name,
    int First,
    int Count,
    IReadOnlyList<Part> Parts,
    int Repeats = 1)
{
    /// <summary>The step after the last.</summary>
    public int End => First + Count;

    /// <summary>The parts of the first unit.</summary>
    public IReadOnlyList<Part> Unit => [.. Parts.Take(Parts.Count / Repeats)];

    /// <summary>The operation of one step.</summary>
    public static Part Operation(int step) => new(PartKind.Operation, "", step, 1, []);
}
