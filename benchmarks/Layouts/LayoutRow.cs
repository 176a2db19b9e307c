namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>A graph and what each program made of it.</summary>
/// <param name="Graph">The graph's name.</param>
/// <param name="Nodes">The number of its nodes.</param>
/// <param name="Edges">The number of its edges.</param>
/// <param name="Ours">This project's layout.</param>
/// <param name="Dot">Graphviz'; null where it is not here or took too long.</param>
/// <param name="Dagre">dagre's; null where it is not here or took too long.</param>
internal sealed record LayoutRow(
    string Graph, int Nodes, int Edges, LayoutFigures Ours, LayoutFigures? Dot, LayoutFigures? Dagre)
{
    /// <summary>The three in the order of the table.</summary>
    public IReadOnlyList<LayoutFigures?> Figures => [Ours, Dot, Dagre];
}
