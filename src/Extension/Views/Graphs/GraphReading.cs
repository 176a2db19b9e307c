using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// A graph made ready for reading, whatever it is drawn with: neighbours found, parts folded, names chosen and formulas
/// written.
/// </summary>
internal sealed class GraphReading
{
    /// <summary>The whole graph, with parts folded where it has more nodes than can be seen at a time.</summary>
    public GraphReading(GraphSnapshot graph, IReadOnlyDictionary<long, string> names)
        : this(graph, null, Whole(graph, names))
    {
    }

    /// <summary>What a reader made of a graph or of a part of one, which is called by its title.</summary>
    public GraphReading(GraphSnapshot graph, string? title, ExcerptReader reader)
    {
        (Graph, Nodes, Edges, Frames) = (graph, reader.Nodes, reader.Edges, reader.Frames);
        var named = Nodes.Where(node => node.IsRoot).Select(node => node.Name).OfType<string>().ToArray();
        Title = title ?? (named.Length > 0 ? string.Join(", ", named) : "graph");
        NodeTerms.Choose(Nodes);
    }

    /// <summary>The graph as the engine told it.</summary>
    public GraphSnapshot Graph { get; }

    /// <summary>The nodes that are visible, operands before operations.</summary>
    public IReadOnlyList<ReadNode> Nodes { get; }

    /// <summary>The edges between them, in the order of the operations and their operands.</summary>
    public IReadOnlyList<ReadEdge> Edges { get; }

    /// <summary>The modules that stand open, an outer one before those inside it.</summary>
    public IReadOnlyList<ReadFrame> Frames { get; }

    /// <summary>How many nodes lie behind those that the engine told.</summary>
    public long Omitted => Graph.Omitted;

    /// <summary>The names of the roots, or <c>graph</c>.</summary>
    public string Title { get; }

    /// <summary>What the header tells: <c>scalar float32 · 4 operations · 2 parameters · backward done</c>.</summary>
    public string Summary
    {
        get
        {
            var roots = Nodes.Where(node => node.IsRoot).Select(node => node.Node).ToArray();
            string[] parts =
            [
                .. roots.Length == 1 ? [ValueText.Type(roots[0].DType, roots[0].Shape)] : Array.Empty<string>(),
                .. roots.Length > 1 ? [NumberText.Count(roots.Length, "result")] : Array.Empty<string>(),
                NumberText.Count(Graph.OperationCount, "operation"),
                NumberText.Count(Graph.ParameterCount, "parameter"),
                .. Graph.BackwardDone ? ["backward done"] : Array.Empty<string>(),
            ];
            return string.Join(" · ", parts);
        }
    }

    /// <summary>Says that nodes were left out; null where none were.</summary>
    public string? OmittedNote => Omitted > 0
        ? $"{NumberText.Count(Omitted, "further node")} behind these not shown"
        : null;

    private static ExcerptReader Whole(GraphSnapshot graph, IReadOnlyDictionary<long, string> names)
    {
        var wiring = new GraphWiring(graph);
        var loose = Enumerable.Range(0, wiring.Nodes.Length)
            .Where(place => wiring.Steps[place] < 0 && wiring.Uses(place).Length == 0);
        return new ExcerptReader(wiring, names, Excerpt.Of(wiring, PartTree.Of(wiring), [.. loose]));
    }
}
