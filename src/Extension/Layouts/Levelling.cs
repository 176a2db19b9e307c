using System.Runtime.InteropServices;

namespace NotebookGrad.Layouts;

/// <summary>
/// Heights at which the links climb least in total, by the network simplex method (Gansner, Koutsofios, North and Vo
/// 1993, section 4.2, with elastic edges for their auxiliary nodes): what is heavy runs level, and what makes room for
/// it stays close.
/// </summary>
internal static class Levelling
{
    // An exchange takes time with the size of the graph. Most is won by the first ones; beyond so many nodes little.
    private const int MostNodes = 20_000;
    private const int MostWork = 7_000_000;
    private const double Steps = 1024;
    private const double Highest = int.MaxValue / 4 / Steps;
    private const double WeightSteps = 8;
    private const double GreatestWeight = 1 << 20;

    // Long edges run straight, and rather bend at their ends than push those between two nodes aside.
    private const double InnerWeight = 8;
    private const double DirectWeight = 4;

    /// <summary>Improves heights that keep all distances, in place.</summary>
    public static void Improve(Layering graph, Ports ports, double[] heights)
    {
        var (items, links) = (graph.Kinds.Length, graph.From.Length);
        if (items + links > MostNodes || heights.Any(height => Math.Abs(height) > Highest))
        {
            return;
        }

        // Long edges as wholes first, so far as they are straight: little is left to do for each of their items.
        int[] ranks = [.. heights.Select(Whole)];
        var straight = Enumerable.Range(0, links)
            .Where(link => graph.IsInner(link) && ranks[graph.From[link]] == ranks[graph.To[link]])
            .Select(link => (graph.From[link], graph.To[link]));
        var pieceOf = Components.Of(items, straight, out var pieces);
        if (pieces < items)
        {
            Improve(graph, ports, ranks, pieceOf, pieces);
        }

        Improve(graph, ports, ranks, [.. Enumerable.Range(0, items)], items);
        for (var item = 0; item < items; item++)
        {
            heights[item] = ranks[item] / Steps;
        }
    }

    /// <summary>Improves the ranks of items that move together with all others of their piece.</summary>
    private static void Improve(Layering graph, Ports ports, int[] ranks, int[] pieceOf, int pieces)
    {
        var distances = new Dictionary<(int Upper, int Lower), int>();
        foreach (var layer in graph.Layers)
        {
            for (var index = 1; index < layer.Length; index++)
            {
                var (upper, lower) = (layer[index - 1], layer[index]);
                var distance = Math.Min(Whole(Heights.Separation(graph, upper, lower)), ranks[lower] - ranks[upper]);
                ref var least = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    distances, (pieceOf[upper], pieceOf[lower]), out var known);
                least = known ? Math.Max(least, distance) : distance;
            }
        }

        var edges = distances.Select(pair => (
            From: pair.Key.Upper, To: pair.Key.Lower, Length: pair.Value, Weight: 0L)).ToList();
        for (var link = 0; link < graph.From.Length; link++)
        {
            var (from, to) = (pieceOf[graph.From[link]], pieceOf[graph.To[link]]);
            if (from != to)
            {
                var weight = (long)Math.Clamp(Weight(graph, link) * WeightSteps, 1, GreatestWeight);
                edges.Add((from, to, Whole(ports.Drop(link)), weight));
            }
        }

        var improved = new int[pieces];
        for (var item = 0; item < ranks.Length; item++)
        {
            improved[pieceOf[item]] = ranks[item];
        }

        NetworkSimplex.Improve(
            [.. edges.Select(edge => edge.From)],
            [.. edges.Select(edge => edge.To)],
            [.. edges.Select(edge => edge.Length)],
            [.. edges.Select(edge => edge.Weight)],
            [.. edges.Select(edge => edge.Weight > 0)],
            improved,
            exchanges: MostWork / (pieces + edges.Count - distances.Count));
        for (var item = 0; item < ranks.Length; item++)
        {
            ranks[item] = improved[pieceOf[item]];
        }
    }

    /// <summary>How much a link's climb matters.</summary>
    public static double Weight(Layering graph, int link) => graph.Weight(link) * (graph.IsInner(link) ? InnerWeight
        : graph.Kinds[graph.From[link]] == ItemKind.Node && graph.Kinds[graph.To[link]] == ItemKind.Node ? DirectWeight
        : 1);

    private static int Whole(double height) => (int)Math.Round(height * Steps);
}
