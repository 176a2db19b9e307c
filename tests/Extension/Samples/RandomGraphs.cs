using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Samples;

/// <summary>Graphs without circles, of any form; the same for the same seed.</summary>
internal static class RandomGraphs
{
    public static LayoutGraph Of(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1, 40);
        var nodes = Enumerable.Range(0, count)
            .Select(_ => LayoutBox.Centred(random.Next(20, 150), random.Next(20, 120)))
            .ToArray();
        var edges = new List<LayoutEdge>();
        for (var to = 1; to < count; to++)
        {
            for (var operand = random.Next(0, 4); operand > 0; operand--)
            {
                var label = random.Next(3) == 0 ? new LayoutBox(random.Next(10, 70), 10, 20) : (LayoutBox?)null;
                edges.Add(new LayoutEdge(random.Next(to), to, random.Next(4, 24), random.Next(1, 5), label));
            }
        }

        return new LayoutGraph(nodes, edges, RankGap: 30, NodeGap: 12);
    }
}
