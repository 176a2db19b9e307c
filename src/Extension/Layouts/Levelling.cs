namespace NotebookGrad.Layouts;

/// <summary>
/// Heights at which the links climb least in total, by the network simplex method on an auxiliary graph (Gansner,
/// Koutsofios, North and Vo 1993, section 4.2): what is heavy runs level, and what makes room for it stays close.
/// </summary>
internal static class Levelling
{
    // An exchange takes time with the size of the graph. Most is won by the first ones; beyond so many nodes little.
    private const int MostNodes = 20_000;
    private const int MostWork = 7_000_000;
    private const double Steps = 1024;
    private const double WeightSteps = 8;
    private const double GreatestWeight = 1 << 20;

    // Long edges run straight, and rather bend at their ends than push those between two nodes aside.
    private const double InnerWeight = 8;
    private const double DirectWeight = 4;

    /// <summary>Improves heights that keep all distances, in place.</summary>
    public static void Improve(Layering graph, Ports ports, double[] heights)
    {
        var (items, links) = (graph.Kinds.Length, graph.From.Length);
        if (items + links > MostNodes)
        {
            return;
        }

        var edges = new List<(int From, int To, int Length, long Weight)>();
        int[] ranks = [.. heights.Select(Whole), .. new int[links]];
        foreach (var layer in graph.Layers)
        {
            for (var index = 1; index < layer.Length; index++)
            {
                var (upper, lower) = (layer[index - 1], layer[index]);
                var distance = Whole(Heights.Separation(graph, upper, lower));
                edges.Add((upper, lower, Math.Min(distance, ranks[lower] - ranks[upper]), 0));
            }
        }

        // One more node above both ends of each link: how far it is from them is how far the link climbs.
        for (var link = 0; link < links; link++)
        {
            var (from, to, drop) = (graph.From[link], graph.To[link], Whole(ports.Drop(link)));
            var weight = (long)Math.Clamp(Weight(graph, link) * WeightSteps, 1, GreatestWeight);
            var above = items + link;
            ranks[above] = Math.Min(ranks[from] + Math.Min(drop, 0), ranks[to] - Math.Max(drop, 0));
            edges.Add((above, from, Math.Max(-drop, 0), weight));
            edges.Add((above, to, Math.Max(drop, 0), weight));
        }

        NetworkSimplex.Improve(
            [.. edges.Select(edge => edge.From)],
            [.. edges.Select(edge => edge.To)],
            [.. edges.Select(edge => edge.Length)],
            [.. edges.Select(edge => edge.Weight)],
            ranks,
            exchanges: MostWork / ranks.Length);
        for (var item = 0; item < items; item++)
        {
            heights[item] = ranks[item] / Steps;
        }
    }

    /// <summary>How much a link's climb matters.</summary>
    public static double Weight(Layering graph, int link) => graph.Weight(link) * (graph.IsInner(link) ? InnerWeight
        : graph.Kinds[graph.From[link]] == ItemKind.Node && graph.Kinds[graph.To[link]] == ItemKind.Node ? DirectWeight
        : 1);

    private static int Whole(double height) => (int)Math.Round(height * Steps);
}
