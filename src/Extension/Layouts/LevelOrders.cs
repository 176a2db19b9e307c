namespace NotebookGrad.Layouts;

/// <summary>
/// Chooses the orders of all levels. Each is ordered by itself first, from the innermost outwards; then in turn those
/// where edges come in or go out in another order than they have outside, so that they do not cross at the frame.
/// </summary>
internal sealed class LevelOrders
{
    private readonly Levels levels;
    private readonly FlatLayout[] layouts;

    private LevelOrders(Levels levels)
    {
        this.levels = levels;
        layouts = new FlatLayout[levels.Items.Length];
        foreach (var level in levels.Nesting.FromOutside.Reverse())
        {
            layouts[level] = new FlatLayout(levels.GraphOf(level));
            GivePorts(level);
        }
    }

    /// <summary>The levels in their orders; heights are still to be chosen.</summary>
    public static FlatLayout[] Of(Levels levels)
    {
        // From the last frame to the first: edges leave each as they come in where they lead to, then come in as they
        // left the one before where that was of no help.
        var orders = new LevelOrders(levels);
        orders.Agree(withEntries: false);
        orders.Agree(withEntries: true);
        return orders.layouts;
    }

    private void Agree(bool withEntries)
    {
        foreach (var level in levels.Nesting.FromOutside.Reverse().SkipLast(1))
        {
            Agree(level, withEntries);
        }
    }

    /// <summary>Orders a level anew so that its edges cross its frame as they do outside, if that wins.</summary>
    private void Agree(int level, bool withEntries)
    {
        var (around, gates) = (layouts[levels.Around(level)], levels.Gates[level]);
        var exits = Wishes([.. gates.Where(gate => gate.Outwards)], around.NextPlaces);
        var entries = Wishes([.. gates.Where(gate => !gate.Outwards)], around.LastPlaces);
        var present = layouts[level];
        var (outwards, inwards) = (CrossingsAt(exits, present.Exit), CrossingsAt(entries, present.Entry));
        if (outwards + (withEntries ? inwards : 0) == 0)
        {
            return;
        }

        foreach (var (place, gate) in exits.Index())
        {
            levels.GivePlace(level, gate.Gate, place);
        }

        foreach (var (place, gate) in entries.Index())
        {
            levels.GivePlace(level, gate.Gate, withEntries ? place : null);
        }

        var other = new FlatLayout(levels.GraphOf(level));
        var before = present.CountCrossings() + outwards + inwards;
        var after = other.CountCrossings() + CrossingsAt(exits, other.Exit) + CrossingsAt(entries, other.Entry);
        if (after > before || (withEntries && after == before))
        {
            return;
        }

        layouts[level] = other;
        GivePorts(level);
        around.Take(levels.GraphOf(levels.Around(level)));
    }

    /// <summary>Gates in the order in which the level around wants them, and their places there.</summary>
    private static (Gate Gate, int Place)[] Wishes(Gate[] gates, Func<int[], int[]> places) => gates.Length < 2
        ? []
        : [.. gates.Zip(places([.. gates.Select(gate => gate.Outside)])).OrderBy(wish => wish.Second)];

    /// <summary>How often edges cross between their places inside a frame and those outside.</summary>
    private static long CrossingsAt((Gate Gate, int Place)[] wishes, Func<int, (int Part, int Place)> inside)
    {
        var crossings = 0L;
        var upper = new List<(int Part, int Place)>();
        foreach (var (_, place) in wishes.Select(wish => (wish.Place, inside(wish.Gate.Inside))).Order())
        {
            var index = ~upper.BinarySearch(place);
            crossings += upper.Count - index;
            upper.Insert(index, place);
        }

        return crossings;
    }

    /// <summary>Tells the level around in which order edges cross the frame of a level.</summary>
    private void GivePorts(int level)
    {
        foreach (var side in levels.Gates[level].GroupBy(gate => gate.Outwards))
        {
            var ordered = side.OrderBy(gate => gate.Outwards
                ? layouts[level].Exit(gate.Inside)
                : layouts[level].Entry(gate.Inside));
            foreach (var (place, gate) in ordered.Index())
            {
                levels.GivePort(level, gate, place);
            }
        }
    }
}
