namespace NotebookGrad.Layouts;

/// <summary>
/// Moves the straight pieces of a drawing as wholes to where the squares of the other links' climbs weigh least, as
/// far as their neighbours leave room.
/// </summary>
internal sealed class Settling
{
    private const int MostSweeps = 24;
    private const double Rest = 0.05;
    private const double Straight = 0.01;

    private readonly Layering graph;
    private readonly Ports ports;
    private readonly double[] heights;
    private readonly int[] pieceOf;
    private readonly int[] index;
    private readonly List<int[]> pieces;

    private Settling(Layering graph, Ports ports, double[] heights)
    {
        (this.graph, this.ports, this.heights) = (graph, ports, heights);
        pieceOf = Components.Of(heights.Length, Enumerable.Range(0, graph.From.Length)
            .Where(link => graph.IsNear(link) && Math.Abs(Climb(link)) < Straight)
            .Select(link => (graph.From[link], graph.To[link])), out var count);
        pieces = Components.Members(pieceOf, count);
        index = new int[heights.Length];
        foreach (var items in graph.Layers)
        {
            for (var place = 0; place < items.Length; place++)
            {
                index[items[place]] = place;
            }
        }
    }

    /// <summary>Improves heights in place.</summary>
    public static void Improve(Layering graph, Ports ports, double[] heights)
    {
        var settling = new Settling(graph, ports, heights);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var moved = 0.0;
            for (var step = 0; step < settling.pieces.Count; step++)
            {
                var piece = sweep % 2 == 0 ? step : settling.pieces.Count - 1 - step;
                moved = Math.Max(moved, Math.Abs(settling.Move(piece)));
            }

            if (moved < Rest)
            {
                break;
            }
        }
    }

    /// <summary>How much lower a link ends than it would if it were straight.</summary>
    private double Climb(int link) => heights[graph.To[link]] - heights[graph.From[link]] - ports.Drop(link);

    private double Move(int piece)
    {
        var (wish, weight) = (0.0, 0.0);
        var (most, least) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var item in pieces[piece])
        {
            foreach (var link in graph.Incoming.Of(item))
            {
                if (pieceOf[graph.From[link]] != piece)
                {
                    wish -= Levelling.Weight(graph, link) * Climb(link);
                    weight += Levelling.Weight(graph, link);
                }
            }

            foreach (var link in graph.Outgoing.Of(item))
            {
                if (pieceOf[graph.To[link]] != piece)
                {
                    wish += Levelling.Weight(graph, link) * Climb(link);
                    weight += Levelling.Weight(graph, link);
                }
            }

            var items = graph.Layers[graph.LayerOf[item]];
            if (index[item] > 0)
            {
                var upper = items[index[item] - 1];
                least = Math.Max(least, heights[upper] + Heights.Separation(graph, upper, item) - heights[item]);
            }

            if (index[item] + 1 < items.Length)
            {
                var lower = items[index[item] + 1];
                most = Math.Min(most, heights[lower] - Heights.Separation(graph, item, lower) - heights[item]);
            }
        }

        var shift = weight > 0 && least <= most ? Math.Clamp(wish / weight, least, most) : 0;
        foreach (var item in pieces[piece])
        {
            heights[item] += shift;
        }

        return shift;
    }
}
