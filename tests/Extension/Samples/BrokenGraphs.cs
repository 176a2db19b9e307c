using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Graphs that no engine records: sound ones with some things broken; the same for the same seed.</summary>
internal static class BrokenGraphs
{
    private static readonly double[] Numbers =
    [
        0, -0.0, 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, 1e-30,
    ];

    private static readonly long[] Counts = [long.MinValue, -1, 0, 1, 5, int.MaxValue, long.MaxValue];

    private static readonly Shape[] Shapes =
        [[], [0], [1], [3, 0, 2], [int.MaxValue, int.MaxValue], Shape.Create(new int[60])];

    public static GraphSnapshot Of(int seed)
    {
        var random = new Random(seed);
        var graph = (seed % 4) switch
        {
            0 => Graphs.Square(),
            1 => Graphs.Perceptron(),
            2 => Graphs.Residual(3),
            _ => Graphs.SumTimesDifference(),
        };
        var (nodes, edges, roots) = (graph.Nodes.ToList(), graph.Edges.ToList(), graph.Roots.ToList());
        for (var breaks = random.Next(1, 8); breaks > 0; breaks--)
        {
            Break(random, nodes, edges, roots);
        }

        return new GraphSnapshot(nodes, edges, roots, random.Next(2) == 0, Pick(random, Counts));
    }

    private static void Break(Random random, List<GraphNode> nodes, List<GraphEdge> edges, List<long> roots)
    {
        long Id() => random.Next(nodes.Count + 2) - 1;
        int Edge() => random.Next(edges.Count);
        switch (random.Next(8))
        {
            case 0 when nodes.Count > 0:
                nodes.RemoveAt(random.Next(nodes.Count));
                break;
            case 1 when nodes.Count > 0:
                nodes.Insert(random.Next(nodes.Count), nodes[random.Next(nodes.Count)]);
                break;
            case 2 when edges.Count > 0:
                edges.RemoveAt(Edge());
                break;
            case 3 when edges.Count > 0:
                var (operand, carries, derivative) = (random.Next(-2, 40), random.Next(2) == 0, Pick(random, Numbers));
                edges[Edge()] = new GraphEdge(Id(), Id(), operand, carries, derivative)
                {
                    Contribution = Summary(random),
                };
                break;
            case 4:
                roots.Insert(random.Next(roots.Count + 1), Id());
                break;
            case 5 when roots.Count > 0:
                roots.RemoveAt(0);
                break;
            default:
                if (nodes.Count > 0)
                {
                    var place = random.Next(nodes.Count);
                    nodes[place] = Broken(random, nodes[place]);
                }

                break;
        }
    }

    private static GraphNode Broken(Random random, GraphNode node) => random.Next(7) switch
    {
        0 => node with { Name = null, Operation = null, Notation = null, Line = null },
        1 => node with { Notation = new Notation(null!, null!, null!, null!, "{7}{", "") },
        2 => node with { Kind = (GraphNodeKind)random.Next(-1, 4), DType = (DType)random.Next(-1, 9) },
        3 => node with { Shape = Pick(random, Shapes), Value = Summary(random), Gradient = Summary(random) },
        4 => node with { SavedBytes = Pick(random, Counts), Freed = random.Next(2) == 0, Gathered = Summary(random) },
        5 => node with { Module = new GraphModule(null!, new GraphModule("", null)) },
        _ => node with { Id = random.Next(8) - 1 },
    };

    private static ValueSummary? Summary(Random random) => random.Next(4) == 0
        ? null
        : new ValueSummary(
            Pick(random, Counts),
            Pick(random, Numbers),
            Pick(random, Numbers),
            Pick(random, Numbers),
            Pick(random, Numbers),
            Pick(random, Numbers),
            Pick(random, Counts),
            Pick(random, Counts),
            Pick(random, Counts),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Numbers))]);

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
