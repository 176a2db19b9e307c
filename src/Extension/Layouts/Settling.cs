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
    private readonly double[] heights;
    private readonly double[] drops;
    private readonly double[] weights;
    private readonly int[] pieceOf;
    private readonly List<int[]> pieces;

    // The links that lead out of each piece, with 1 where they start in it and −1 where they end.
    private readonly (int Link, int Sign)[][] links;

    // The next item above and below each one in its layer, or −1, and how far apart it has to be from the one below.
    private readonly int[] above;
    private readonly int[] below;
    private readonly double[] separations;

    // The pieces that move together at present, and their items.
    private readonly List<int> cluster = [];
    private readonly bool[] isMoving;
    private readonly List<int> moved = [];

    private Settling(Layering graph, Ports ports, double[] heights)
    {
        (this.graph, this.heights) = (graph, heights);
        drops = [.. Enumerable.Range(0, graph.From.Length).Select(ports.Drop)];
        weights = [.. Enumerable.Range(0, graph.From.Length).Select(link => Levelling.Weight(graph, link))];
        pieceOf = Components.Of(heights.Length, Enumerable.Range(0, graph.From.Length)
            .Where(link => Math.Abs(Climb(link)) < Straight && Binds(link))
            .Select(link => (graph.From[link], graph.To[link])), out var count);
        pieces = Components.Members(pieceOf, count);
        isMoving = new bool[count];
        links = [.. pieces.Select(items => items.SelectMany(LinksOut).ToArray())];
        (above, below) = (new int[heights.Length], new int[heights.Length]);
        separations = new double[heights.Length];
        Array.Fill(above, -1);
        Array.Fill(below, -1);
        foreach (var items in graph.Layers)
        {
            for (var place = 1; place < items.Length; place++)
            {
                var (upper, lower) = (items[place - 1], items[place]);
                (below[upper], above[lower]) = (lower, upper);
                separations[upper] = Heights.Separation(graph, upper, lower);
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
    private double Climb(int link) => heights[graph.To[link]] - heights[graph.From[link]] - drops[link];

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
            if (other != link && weights[other] >= weights[link])
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
        foreach (var before in cluster)
        {
            isMoving[before] = false;
        }

        cluster.Clear();
        moved.Clear();
        for (var joined = piece; cluster.Count < MostPushed;)
        {
            cluster.Add(joined);
            isMoving[joined] = true;
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

    private IEnumerable<(int Link, int Sign)> LinksOut(int item)
    {
        foreach (var link in graph.Incoming.Of(item).ToArray())
        {
            if (pieceOf[graph.From[link]] != pieceOf[item])
            {
                yield return (link, -1);
            }
        }

        foreach (var link in graph.Outgoing.Of(item).ToArray())
        {
            if (pieceOf[graph.To[link]] != pieceOf[item])
            {
                yield return (link, 1);
            }
        }
    }

    /// <summary>The sum of the climbs of the links that lead out of the cluster, by weight, and their weight.</summary>
    private (double Wish, double Weight) Wish()
    {
        var (wish, weight) = (0.0, 0.0);
        foreach (var piece in cluster)
        {
            foreach (var (link, sign) in links[piece])
            {
                if (!isMoving[pieceOf[sign > 0 ? graph.To[link] : graph.From[link]]])
                {
                    wish += sign * weights[link] * Climb(link);
                    weight += weights[link];
                }
            }
        }

        return (wish, weight);
    }

    /// <summary>How far the cluster can move, and the piece that it meets there.</summary>
    private (double Room, int Blocker) Room(int direction)
    {
        var (room, blocker) = (double.PositiveInfinity, -1);
        foreach (var item in moved)
        {
            var next = direction > 0 ? below[item] : above[item];
            if (next < 0 || isMoving[pieceOf[next]])
            {
                continue;
            }

            var (upper, lower) = direction > 0 ? (item, next) : (next, item);
            var free = heights[lower] - heights[upper] - separations[upper];
            if (free < room)
            {
                (room, blocker) = (Math.Max(free, 0), pieceOf[next]);
            }
        }

        return (room, blocker);
    }
}
