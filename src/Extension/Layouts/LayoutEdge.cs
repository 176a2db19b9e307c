namespace NotebookGrad.Layouts;

/// <summary>An arrow from one node to another further right.</summary>
/// <param name="From">Index of the node where it starts.</param>
/// <param name="To">Index of the node where it ends.</param>
/// <param name="Breadth">Room across the arrow, so that neighbours at the same node do not touch.</param>
/// <param name="Weight">How much it wants to be straight, against other edges.</param>
/// <param name="Label">The room that its label takes on the way, or null where it has none.</param>
internal sealed record LayoutEdge(int From, int To, double Breadth = 0, double Weight = 1, LayoutBox? Label = null);
