namespace NotebookGrad.Layouts;

/// <summary>
/// Moves the straight pieces of a drawing as wholes to where the squares of the other links' climbs weigh least, and
/// pushes what is in their way.
/// </summary>
internal sealed class Settling
{
    private const int MostSweeps = 24;
    private const int MostPushed = 6;
    private const double Rest = 0.05;
    private const double Straight = 0.01;

    private readonly Layering graph;
    private readonly Ports ports;
    private readonly double[] heights;
    private readonly int[] pieceOf;
    private readonly int[] index;
    private readonly List<int[]> pieces;

    // The pieces that move together at present, and their items.
    private readonly List<int> cluster = [];
    private readonly List<int> moved = [];

    private Settling(Layering graph, Ports ports, double[] heights)
    {
        (this.graph, this.ports, this.heights) = (graph, ports, heights);
        pieceOf = Components.Of(heights.Length, Enumerable.Range(0, graph.From.Length)
            .Where(link => Math.Abs(Climb(link)) < Straight && Binds(link))
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
            var farthest = 0.0;
            for (var step = 0; step < settling.pieces.Count; step++)
            {
                var piece = sweep % 2 == 0 ? step : settling.pieces.Count - 1 - step;
                farthest = Math.Max(farthest, Math.Abs(settling.Move(piece)));
            }

            if (farthest < Rest)
            {
                break;
            }
        }
    }

    /// <summary>How much lower a link ends than it would if it were straight.</summary>
    private double Climb(int link) => heights[graph.To[link]] - heights[graph.From[link]] - ports.Drop(link);

    /// <summary>
    /// Whether a straight link is to stay so: the heaviest one on either side, for what has two alike stands half way
    /// between them.
    /// </summary>
    private bool Binds(int link) => graph.IsNear(link)
        && IsHeaviest(link, graph.Outgoing.Of(graph.From[link]))
        && IsHeaviest(link, graph.Incoming.Of(graph.To[link]));

    private bool IsHeaviest(int link, ReadOnlySpan<int> links)
    {
        foreach (var other in links)
        {
            if (other != link && Levelling.Weight(graph, other) >= Levelling.Weight(graph, link))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves a piece together with what it touches on its way; tells how far.</summary>
    private double Move(int piece)
    {
        var direction = 0;
        cluster.Clear();
        moved.Clear();
        for (var joined = piece; cluster.Count < MostPushed;)
        {
            cluster.Add(joined);
            moved.AddRange(pieces[joined]);
            var (wish, weight) = Wish();
            var towards = Math.Sign(wish);
            if (towards == 0 || towards == -direction)
            {
                return 0;
            }

            direction = towards;
            (var room, joined) = Room(direction);
            if (room > Rest)
            {
                var shift = direction * Math.Min(Math.Abs(wish / weight), room);
                foreach (var item in moved)
                {
                    heights[item] += shift;
                }

                return shift;
            }
        }

        return 0;
    }

    /// <summary>The sum of the climbs of the links that lead out of the cluster, by weight, and their weight.</summary>
    private (double Wish, double Weight) Wish()
    {
        var (wish, weight) = (0.0, 0.0);
        foreach (var item in moved)
        {
            foreach (var link in graph.Incoming.Of(item))
            {
                Add(link, graph.From[link], -1);
            }

            foreach (var link in graph.Outgoing.Of(item))
            {
                Add(link, graph.To[link], 1);
            }
        }

        return (wish, weight);

        void Add(int link, int other, int sign)
        {
            if (!cluster.Contains(pieceOf[other]))
            {
                wish += sign * Levelling.Weight(graph, link) * Climb(link);
                weight += Levelling.Weight(graph, link);
            }
        }
    }

    /// <summary>How far the cluster can move, and the piece that it meets there.</summary>
    private (double Room, int Blocker) Room(int direction)
    {
        var (room, blocker) = (double.PositiveInfinity, -1);
        foreach (var item in moved)
        {
            var items = graph.Layers[graph.LayerOf[item]];
            var place = index[item] + direction;
            if (place < 0 || place >= items.Length || cluster.Contains(pieceOf[items[place]]))
            {
                continue;
            }

            var (upper, lower) = direction > 0 ? (item, items[place]) : (items[place], item);
            var free = heights[lower] - heights[upper] - Heights.Separation(graph, upper, lower);
            if (free < room)
            {
                (room, blocker) = (Math.Max(free, 0), pieceOf[items[place]]);
            }
        }

        return (room, blocker);
    }
}
