namespace NotebookGrad.Layouts;

/// <summary>An arrow of one level of a drawing.</summary>
/// <param name="From">Index of the node where it starts; −1 where it comes in through the left border.</param>
/// <param name="To">Index of the node where it ends; −1 where it goes out through the right border.</param>
/// <param name="Breadth">Room across the arrow.</param>
/// <param name="Weight">How much it wants to be straight and short.</param>
/// <param name="Label">The room that its label takes on the way, or null where it has none.</param>
internal sealed record FlatEdge(int From, int To, double Breadth, double Weight, LayoutBox? Label)
{
    /// <summary>
    /// Where it leaves its node, below the anchor, or its place among those that come in; null where it may be chosen.
    /// </summary>
    public double? StartPort { get; init; }

    /// <summary>
    /// Where it reaches its node, below the anchor, or its place among those that go out; null where it may be chosen.
    /// </summary>
    public double? EndPort { get; init; }
}
