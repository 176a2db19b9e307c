namespace NotebookGrad.Layouts;

/// <summary>
/// Orders the items of each layer so that few links cross: barycentre sweeps in both directions from several first
/// orders, with exchanges of neighbours after each, then shakes and sweeps of some layers at a time; the best order
/// found is kept.
/// </summary>
internal sealed class Ordering
{
    private const int MostSweeps = 24;
    private const int MostIdle = 6;
    private const int MostIdleInWindow = 2;

    // Windows are 3, 6, 12 … 96 layers wide: narrow ones settle what is local, wide ones move whole edges.
    private const int NarrowestWindow = 3;
    private const int WindowWidths = 6;

    // Links and pairs to be looked at in windows: bounds that do not depend on the machine. What makes small graphs
    // good would take too long where each of their edges goes past many layers.
    private const long WorkByLink = 600;
    private const long SmallWork = 250_000;
    private const long WorkByFurtherLink = 100;
    private const long MostWork = 1_000_000;

    private readonly Layering graph;
    private readonly NeighbourExchange exchange;
    private readonly Random random = new(1);
    private readonly long[] keys;
    private readonly int[] slots;
    private readonly int[] moved;
    private readonly int[][] best;
    private long work;

    private Ordering(Layering graph)
    {
        this.graph = graph;
        exchange = new NeighbourExchange(graph);
        var widest = graph.Layers.Max(layer => layer.Length);
        (keys, slots, moved) = (new long[widest], new int[widest], new int[widest]);
        best = [.. graph.Layers.Select(layer => new int[layer.Length])];
    }

    /// <summary>Fills the layers in a good order.</summary>
    public static void Improve(Layering graph)
    {
        var ordering = new Ordering(graph);
        var (first, last) = (graph.FirstFree, graph.LastFree);
        FirstOrders.AlongOperands(graph);
        ordering.exchange.Prefer();
        ordering.Keep(first, last);
        var fewest = ordering.Sweep(first, last, Crossings.Of(graph), MostIdle);
        if (fewest > 0)
        {
            FirstOrders.AlongUses(graph);
            ordering.Sweep(first, last, fewest, MostIdle);
        }

        ordering.Restore(first, last);
        ordering.ImproveWindows();
        Untangling.Improve(graph);
        ordering.exchange.Improve(first, last, restored: true);
    }

    /// <summary>
    /// Leaves orders that no exchange improves: shakes some layers, sweeps through them, and takes back what has not
    /// become better.
    /// </summary>
    private void ImproveWindows()
    {
        var links = graph.From.Length;
        work = Math.Min(WorkByLink * links, Math.Min(SmallWork + (WorkByFurtherLink * links), MostWork));
        for (var idle = 0; work > 0 && idle < 2 * graph.Layers.Length;)
        {
            var width = NarrowestWindow << random.Next(WindowWidths);
            var start = random.Next(graph.FirstFree + 1 - width, graph.LastFree + 1);
            var (first, last) = (Math.Max(start, graph.FirstFree), Math.Min(start + width - 1, graph.LastFree));
            var crossings = Crossings.Of(graph, first, last);
            idle = crossings == 0 ? idle + 1 : 0;
            if (crossings > 0)
            {
                Keep(first, last);
                Shake(first, last);
                Sweep(first, last, crossings, MostIdleInWindow);
                Restore(first, last);
            }
        }
    }

    /// <summary>
    /// Sweeps through some layers and keeps the best order found, if it has no more crossings than before.
    /// </summary>
    private long Sweep(int first, int last, long fewest, int mostIdle)
    {
        for (var (sweep, idle) = (0, 0); sweep < MostSweeps && idle < mostIdle && fewest > 0; sweep++)
        {
            var rightwards = sweep % 2 == 0;
            for (var step = 0; step <= last - first; step++)
            {
                Sort(rightwards ? first + step : last - step, rightwards, turned: sweep % 4 >= 2);
            }

            work -= exchange.Improve(first, last, restored: false);
            var crossings = Crossings.Of(graph, first, last);
            idle = crossings < fewest ? 0 : idle + 1;
            if (crossings <= fewest)
            {
                fewest = crossings;
                Keep(first, last);
            }
        }

        return fewest;
    }

    /// <summary>Sorts a layer by the mean place of the neighbours on one side; what has none keeps its place.</summary>
    private void Sort(int layer, bool rightwards, bool turned)
    {
        const double steps = 4096;
        var items = graph.Layers[layer];
        var neighbours = rightwards ? graph.Incoming : graph.Outgoing;
        var (count, isSorted) = (0, true);
        for (var index = 0; index < items.Length; index++)
        {
            var links = neighbours.Of(items[index]);
            if (links.Length > 0)
            {
                long sum = 0;
                foreach (var link in links)
                {
                    sum += neighbours.Place(link);
                }

                // One number to sort by: the mean, then the present order or its reverse.
                var mean = (long)(sum * steps / links.Length);
                keys[count] = (mean << 22) | (long)(turned ? items.Length - index : index);
                isSorted &= count == 0 || keys[count - 1] <= keys[count];
                slots[count] = index;
                moved[count++] = items[index];
            }
        }

        if (isSorted)
        {
            return;
        }

        Array.Sort(keys, moved, 0, count);
        for (var index = 0; index < count; index++)
        {
            items[slots[index]] = moved[index];
        }

        graph.Renumber(layer);
    }

    /// <summary>Exchanges some items that stand close.</summary>
    private void Shake(int first, int last)
    {
        const int farthest = 3;
        for (var layer = first; layer <= last; layer++)
        {
            var items = graph.Layers[layer];
            for (var exchanges = items.Length / 4; exchanges >= 0; exchanges--)
            {
                var one = random.Next(items.Length);
                var other = Math.Clamp(one + random.Next(-farthest, farthest + 1), 0, items.Length - 1);
                (items[one], items[other]) = (items[other], items[one]);
            }

            graph.Renumber(layer);
        }
    }

    private void Keep(int first, int last)
    {
        for (var layer = first; layer <= last; layer++)
        {
            graph.Layers[layer].CopyTo(best[layer], 0);
        }
    }

    private void Restore(int first, int last)
    {
        for (var layer = first; layer <= last; layer++)
        {
            best[layer].CopyTo(graph.Layers[layer], 0);
            graph.Renumber(layer);
        }
    }
}
