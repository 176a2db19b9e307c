namespace NotebookGrad.Views;

/// <summary>
/// The space between two ranks of a diagram in characters. What leads to the same row on the right shares one
/// vertical lane; the lanes are ordered so that lines cross seldom and never run upon each other.
/// </summary>
internal sealed class DiagramGap
{
    private const int Overlap = 1000;

    private readonly List<DiagramLink> links = [];
    private List<int> lanes = [];
    private ILookup<int, int>? sources;

    /// <summary>The pieces of edges in this gap.</summary>
    public IReadOnlyList<DiagramLink> Links => links;

    /// <summary>Whether no two lines run upon each other in the chosen order.</summary>
    public bool IsClear => Cost(lanes) < Overlap;

    private ILookup<int, int> Sources => sources ??= links.ToLookup(link => link.ToRow, link => link.FromRow);

    /// <summary>Adds a piece of an edge.</summary>
    public void Add(DiagramLink link) => links.Add(link);

    /// <summary>Orders the lanes by exchanges of neighbours; the room they take.</summary>
    public int ChooseLanes()
    {
        lanes = [.. Sources.Where(group => group.Any(row => row != group.Key)).Select(group => group.Key).Order()];
        var cost = Cost(lanes);
        for (var improved = true; improved;)
        {
            improved = false;
            for (var first = 0; first < lanes.Count; first++)
            {
                for (var second = first + 1; second < lanes.Count; second++)
                {
                    List<int> other = [.. lanes];
                    (other[first], other[second]) = (other[second], other[first]);
                    var otherCost = Cost(other);
                    if (otherCost < cost)
                    {
                        (lanes, cost, improved) = (other, otherCost, true);
                    }
                }
            }
        }

        return 2 * lanes.Count;
    }

    /// <summary>Where the lane of what leads to a row stands.</summary>
    public int Lane(int toRow) => 2 * lanes.IndexOf(toRow);

    private int Cost(List<int> order)
    {
        var cost = 0;
        for (var left = 0; left < order.Count; left++)
        {
            for (var right = left + 1; right < order.Count; right++)
            {
                cost += Passing(order[left], order[right]) + Leaving(order[left], order[right]);
            }
        }

        return cost;
    }

    /// <summary>What lines into the right lane meet on their way past the left one.</summary>
    private int Passing(int left, int right)
    {
        var (top, bottom) = Span(left);
        return Sources[right].Except(Sources[left]).Sum(row =>
            row == left ? Overlap : row > top && row < bottom ? 1 : 0);
    }

    /// <summary>What the line out of the left lane meets on its way past the right one.</summary>
    private int Leaving(int left, int right)
    {
        var (top, bottom) = Span(right);
        return Sources[right].Contains(left)
            ? (Sources[left].Contains(left) ? 0 : Overlap)
            : left > top && left < bottom ? 1 : 0;
    }

    private (int Top, int Bottom) Span(int lane) =>
        (Math.Min(lane, Sources[lane].Min()), Math.Max(lane, Sources[lane].Max()));
}
