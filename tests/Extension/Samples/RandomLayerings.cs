using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Samples;

/// <summary>Random connected graphs cut into layers, some with fixed ports and edges across the borders.</summary>
internal static class RandomLayerings
{
    public static Layering Of(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 30);
        var boxes = Enumerable.Range(0, count).Select(_ => LayoutBox.Centred(40, 60)).ToArray();
        var hasPorts = Enumerable.Range(0, count).Select(_ => random.Next(4) == 0).ToArray();
        var edges = new List<FlatEdge>();
        for (var to = 1; to < count; to++)
        {
            for (var operand = random.Next(1, 4); operand > 0; operand--)
            {
                edges.Add(new FlatEdge(random.Next(to), to, 10, 1, random.Next(4) == 0 ? boxes[0] : null));
            }
        }

        if (seed % 3 == 0)
        {
            edges.Add(new FlatEdge(-1, random.Next(count), 10, 1, null));
            edges.Add(new FlatEdge(random.Next(count), -1, 10, 1, null));
        }

        var graph = new FlatGraph(
            boxes,
            [.. edges.Select(edge => edge with { StartPort = Port(edge.From), EndPort = Port(edge.To) })],
            RankGap: 30,
            NodeGap: 12);
        return new Layering(graph, Ranking.Of(graph));

        double? Port(int node) => node >= 0 && hasPorts[node] ? random.Next(-25, 25) : null;
    }
}
