namespace NotebookGrad.Layouts;

/// <summary>
/// Orders the items of each layer so that few links cross: barycentre sweeps in both directions from several first
/// orders, with exchanges of neighbours after each; the best order found is kept.
/// </summary>
internal sealed class Ordering
{
    private const int FewestSweeps = 4;
    private const int MostSweeps = 24;
    private const int MostIdle = 6;
    private const int MostShakes = 24;

    // Links and pairs to be looked at, all sweeps together: a bound that does not depend on the machine.
    private const long MostWork = 1_500_000;

    private readonly Layering graph;
    private readonly NeighbourExchange exchange;
    private readonly Random random = new(1);
    private readonly long[] keys;
    private readonly int[] slots;
    private readonly int[] moved;
    private readonly int[][] best;
    private long fewest = long.MaxValue;
    private long work = MostWork;

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
        FirstOrders.AlongOperands(graph);
        ordering.exchange.Prefer();
        ordering.Sweep();
        if (ordering.fewest > 0)
        {
            FirstOrders.AlongUses(graph);
            ordering.Sweep();
        }

        for (var shake = 0; shake < MostShakes && ordering is { fewest: > 0, work: > 0 }; shake++)
        {
            ordering.Restore();
            ordering.Shake();
            ordering.Sweep();
        }

        ordering.Restore();
        ordering.exchange.Improve(restored: true);
    }

    private void Sweep()
    {
        Keep();
        for (var (sweep, idle) = (0, 0); sweep < MostSweeps && idle < MostIdle && fewest > 0; sweep++)
        {
            var rightwards = sweep % 2 == 0;
            for (var step = 1; step < graph.Layers.Length; step++)
            {
                Sort(rightwards ? step : graph.Layers.Length - 1 - step, rightwards, turned: sweep % 4 >= 2);
            }

            work -= exchange.Improve(restored: false) + graph.From.Length;
            idle = Keep() ? 0 : idle + 1;
            if (work <= 0 && sweep + 1 >= FewestSweeps)
            {
                break;
            }
        }
    }

    /// <summary>Sorts a layer by the mean place of the neighbours on one side; what has none keeps its place.</summary>
    private void Sort(int layer, bool rightwards, bool turned)
    {
        const double steps = 4096;
        var items = graph.Layers[layer];
        var count = 0;
        for (var index = 0; index < items.Length; index++)
        {
            var links = (rightwards ? graph.Incoming : graph.Outgoing).Of(items[index]);
            if (links.Length > 0)
            {
                long sum = 0;
                foreach (var link in links)
                {
                    sum += rightwards ? graph.StartPlace(link) : graph.EndPlace(link);
                }

                // One number to sort by: the mean, then the present order or its reverse.
                var mean = (long)(sum * steps / links.Length);
                keys[count] = (mean << 22) | (long)(turned ? items.Length - index : index);
                slots[count] = index;
                moved[count++] = items[index];
            }
        }

        Array.Sort(keys, moved, 0, count);
        for (var index = 0; index < count; index++)
        {
            items[slots[index]] = moved[index];
        }

        graph.Renumber(layer);
    }

    /// <summary>Exchanges some items that stand close, to leave an order that no single exchange improves.</summary>
    private void Shake()
    {
        const int farthest = 3;
        for (var layer = 0; layer < graph.Layers.Length; layer++)
        {
            var items = graph.Layers[layer];
            for (var exchanges = items.Length / 4; exchanges >= 0; exchanges--)
            {
                var first = random.Next(items.Length);
                var second = Math.Clamp(first + random.Next(-farthest, farthest + 1), 0, items.Length - 1);
                (items[first], items[second]) = (items[second], items[first]);
            }

            graph.Renumber(layer);
        }
    }

    private bool Keep()
    {
        var crossings = Crossings.Of(graph);
        if (crossings >= fewest)
        {
            return false;
        }

        fewest = crossings;
        for (var layer = 0; layer < best.Length; layer++)
        {
            graph.Layers[layer].CopyTo(best[layer], 0);
        }

        return true;
    }

    private void Restore()
    {
        for (var layer = 0; layer < best.Length; layer++)
        {
            best[layer].CopyTo(graph.Layers[layer], 0);
            graph.Renumber(layer);
        }
    }
}
