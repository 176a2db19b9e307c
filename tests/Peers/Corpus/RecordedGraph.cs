using NotebookGrad.Inspection;
using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Corpus;

/// <summary>A graph of the corpus: a computation, and what the engine records of it.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Compute">Computes it anew.</param>
internal sealed record RecordedGraph(string Name, Func<Tensor> Compute)
{
    private const double RankGap = 36;
    private const double NodeGap = 16;
    private const double Breadth = 22;
    private const double Character = 7.5;
    private const double Margin = 13;
    private const double LongestNumber = 13;

    /// <summary>The graph as the engine tells it.</summary>
    public GraphSnapshot Record() => Compute().Graph();

    /// <summary>The graph with boxes and gaps as large as those of pictures, nothing folded or left out.</summary>
    public LayoutGraph ToLayout()
    {
        var graph = Record();
        var places = new Dictionary<long, int>();
        foreach (var node in graph.Nodes)
        {
            places.Add(node.Id, places.Count);
        }

        var operands = graph.Edges.CountBy(edge => edge.To).ToDictionary();
        var uses = graph.Edges.CountBy(edge => edge.From).ToDictionary();
        return new LayoutGraph(
            [.. graph.Nodes.Select(node =>
                Box(node, Math.Max(operands.GetValueOrDefault(node.Id), uses.GetValueOrDefault(node.Id))))],
            [.. graph.Edges.OrderBy(edge => places[edge.To]).ThenBy(edge => edge.Operand).Select(edge => new LayoutEdge(
                places[edge.From],
                places[edge.To],
                Breadth,
                Weight(edge, graph.Nodes[places[edge.From]]),
                edge.LocalDerivative is null ? null : new LayoutBox((6 * Character) + 10, 10, 21)))],
            RankGap,
            NodeGap);
    }

    // A title, a shape where it is not a single number, a value, and room for the edges on the fuller side.
    private static LayoutBox Box(GraphNode node, int ports)
    {
        var title = node.Name ?? node.Operation ?? "";
        var shape = node.Shape.ToString();
        var characters = new[] { title.Length + 3, shape.Length, node.Shape.Rank == 0 ? 6 : LongestNumber }.Max();
        var lines = node.Shape.Rank == 0 ? 2 : 3;
        return LayoutBox.Centred(
            (characters * Character) + (2 * Margin),
            Math.Max((lines * 17) + 15, (ports * Breadth) + 8));
    }

    private static double Weight(GraphEdge edge, GraphNode from) => from.Kind switch
    {
        GraphNodeKind.Operation => edge.CarriesGradient ? 24 : 6,
        GraphNodeKind.Parameter => 2,
        _ => 1,
    };
}
