using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Graphs whose every part has a hostile name.</summary>
internal static class NastyGraphs
{
    /// <summary>The names as those of leaves, operations, their symbols and modules, in one chain.</summary>
    public static GraphSnapshot Named()
    {
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        foreach (var (index, name) in NastyNames.All.Index())
        {
            var text = name ?? "";
            var leaf = new GraphNode(
                2 * index, GraphNodeKind.Parameter, name, null, null, [], DType.Float32, Summaries.Of(2),
                Summaries.Of(1), 0, Freed: false, text);
            var operation = leaf with
            {
                Id = leaf.Id + 1,
                Kind = GraphNodeKind.Operation,
                Operation = text,
                Notation = new Notation(text, text, text, text, text),
                Module = new GraphModule(text, null),
            };
            nodes.AddRange([leaf, operation]);
            edges.Add(new GraphEdge(leaf.Id, operation.Id, 0, true, 1));
            edges.AddRange(index > 0 ? [new GraphEdge(leaf.Id - 1, operation.Id, 1, true, -1)] : []);
        }

        return new GraphSnapshot(nodes, edges, [nodes[^1].Id], BackwardDone: true, 0);
    }
}
