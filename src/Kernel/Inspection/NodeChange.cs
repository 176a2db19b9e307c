namespace NotebookGrad.Inspection;

/// <summary>A node of two graphs, or of one of them.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The node in the first graph; null where it was added.</param>
/// <param name="After">The node in the second graph; null where it was removed.</param>
/// <param name="Aspects">What is different.</param>
public sealed record NodeChange(ChangeKind Kind, GraphNode? Before, GraphNode? After, NodeAspects Aspects)
{
    /// <summary>The node as it is, or was.</summary>
    public GraphNode Node => (After ?? Before)!;

    /// <summary>Whether the value is known in both graphs and is another; no change of the graph itself.</summary>
    public bool ValueMoved => Moved(Before?.Value, After?.Value);

    /// <summary>Whether the gradient is known in both graphs and is another; no change of the graph itself.</summary>
    public bool GradientMoved => Moved(Before?.Gradient, After?.Gradient);

    private static bool Moved(ValueSummary? before, ValueSummary? after) =>
        before is not null && after is not null
        && (before with { First = after.First, NotFinitePlaces = after.NotFinitePlaces } != after
            || !before.First.SequenceEqual(after.First)
            || !before.NotFinitePlaces.SelectMany(place => place)
                .SequenceEqual(after.NotFinitePlaces.SelectMany(place => place)));
}
