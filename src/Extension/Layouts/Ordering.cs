namespace NotebookGrad.Layouts;

/// <summary>
/// Orders the items of each layer so that few links cross: barycentre sweeps in both directions from several first
/// orders, with exchanges of neighbours after each; the best order found is kept.
/// </summary>
internal sealed class Ordering
{
    private const int MostSweeps = 24;
    private const int MostIdle = 6;
    private const long Work = 4_000_000;

    private readonly Layering graph;
    private readonly NeighbourExchange exchange;
    private readonly long[] keys;
    private readonly int[] slots;
    private readonly int[] moved;
    private readonly int[][] best;
    private long fewest = long.MaxValue;

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

        ordering.Restore();
        ordering.exchange.Improve(restored: true);
    }

    private void Sweep()
    {
        Keep();
        var sweeps = Math.Clamp(Work / (graph.Kinds.Length + graph.From.Length), 4, MostSweeps);
        for (var (sweep, idle) = (0, 0); sweep < sweeps && idle < MostIdle && fewest > 0; sweep++)
        {
            var rightwards = sweep % 2 == 0;
            var (side, layers) = (rightwards ? graph.Incoming : graph.Outgoing, graph.Layers.Length);
            for (var step = 1; step < layers; step++)
            {
                Sort(rightwards ? step : layers - 1 - step, side, rightwards, turned: sweep % 4 >= 2);
            }

            exchange.Improve(restored: false);
            idle = Keep() ? 0 : idle + 1;
        }
    }

    /// <summary>Sorts a layer by the mean place of the neighbours on one side; what has none keeps its place.</summary>
    private void Sort(int layer, Neighbours side, bool rightwards, bool turned)
    {
        const double steps = 4096;
        var items = graph.Layers[layer];
        var count = 0;
        for (var index = 0; index < items.Length; index++)
        {
            var links = side.Of(items[index]);
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
