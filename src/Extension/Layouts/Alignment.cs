namespace NotebookGrad.Layouts;

/// <summary>
/// One of the four layouts of Brandes and Köpf (2001): blocks of items that are aligned along links, packed to one
/// side. Blocks are packed along the longest paths between them, which leaves no classes to be shifted (the step that
/// Brandes, Walter and Zink corrected in 2020).
/// </summary>
internal sealed class Alignment
{
    private readonly Layering graph;
    private readonly double sign;
    private readonly int[] root;
    private readonly double[] shift;

    private Alignment(Layering graph, bool upwards)
    {
        this.graph = graph;
        sign = upwards ? 1 : -1;
        root = [.. Enumerable.Range(0, graph.Kinds.Length)];
        shift = new double[root.Length];
    }

    /// <summary>The height of each item's anchor.</summary>
    /// <param name="graph">The layers in their order.</param>
    /// <param name="ports">Where links meet their items.</param>
    /// <param name="conflicts">The links along which nothing may be aligned.</param>
    /// <param name="rightwards">Whether items are aligned with those on their left; else on their right.</param>
    /// <param name="upwards">Whether blocks are packed upwards; else downwards.</param>
    public static double[] Heights(Layering graph, Ports ports, bool[] conflicts, bool rightwards, bool upwards)
    {
        var alignment = new Alignment(graph, upwards);
        alignment.Align(ports, conflicts, rightwards, upwards);
        return alignment.Pack(upwards);
    }

    private void Align(Ports ports, bool[] conflicts, bool rightwards, bool upwards)
    {
        var layers = graph.Layers.Length;
        var (side, opposite) = (graph.Incoming, graph.Outgoing);
        (side, opposite) = rightwards ? (side, opposite) : (opposite, side);
        for (var step = 1; step < layers; step++)
        {
            var items = graph.Layers[rightwards ? step : layers - 1 - step];
            var free = upwards ? -1 : int.MaxValue;
            for (var index = 0; index < items.Length; index++)
            {
                var item = items[upwards ? index : items.Length - 1 - index];
                var (first, second) = Medians(side.Of(item), upwards);
                var link = IsFree(first) ? first : IsFree(second) ? second : -1;
                if (link >= 0)
                {
                    var other = side.Other(link);
                    root[item] = root[other];
                    shift[item] = shift[other] + (rightwards ? ports.Drop(link) : -ports.Drop(link));
                    free = graph.Place[other];
                }

                // A lighter link must not keep the spine of a drawing from its neighbour.
                bool IsFree(int link) => link >= 0 && !conflicts[link]
                    && graph.Weight(link) >= Heaviest(opposite.Of(side.Other(link)))
                    && (upwards ? graph.Place[side.Other(link)] > free : graph.Place[side.Other(link)] < free);
            }
        }
    }

    /// <summary>The two links in the middle of the heaviest ones, the one on the side of packing first.</summary>
    private (int First, int Second) Medians(ReadOnlySpan<int> links, bool upwards)
    {
        var heaviest = Heaviest(links);
        var count = 0;
        foreach (var link in links)
        {
            count += graph.Weight(link) == heaviest ? 1 : 0;
        }

        var (upper, lower, seen) = (-1, -1, 0);
        foreach (var link in links)
        {
            if (graph.Weight(link) == heaviest)
            {
                upper = seen == (count - 1) / 2 ? link : upper;
                lower = seen == count / 2 ? link : lower;
                seen++;
            }
        }

        return upwards ? (upper, lower) : (lower, upper);
    }

    private double Heaviest(ReadOnlySpan<int> links)
    {
        var heaviest = double.NegativeInfinity;
        foreach (var link in links)
        {
            heaviest = Math.Max(heaviest, graph.Weight(link));
        }

        return heaviest;
    }

    /// <summary>Packs the blocks to one side, then draws each as near as it can to those behind it.</summary>
    private double[] Pack(bool upwards)
    {
        var (from, to, distance) = Constraints(upwards);
        var incidence = new Incidence(root.Length, from, to);
        var order = TopologicalOrder.Of(root.Length, from, to);
        var places = new double[root.Length];
        foreach (var block in order)
        {
            foreach (var constraint in incidence.Of(block))
            {
                if (from[constraint] == block)
                {
                    places[to[constraint]] =
                        Math.Max(places[to[constraint]], places[block] + distance[constraint]);
                }
            }
        }

        foreach (var block in order.Reverse())
        {
            var last = double.PositiveInfinity;
            foreach (var constraint in incidence.Of(block))
            {
                if (from[constraint] == block)
                {
                    last = Math.Min(last, places[to[constraint]] - distance[constraint]);
                }
            }

            places[block] = double.IsPositiveInfinity(last) ? places[block] : Math.Max(last, places[block]);
        }

        var heights = new double[root.Length];
        for (var item = 0; item < heights.Length; item++)
        {
            heights[item] = (sign * places[root[item]]) + shift[item];
        }

        return heights;
    }

    /// <summary>The least distances between blocks, one for each two neighbours in a layer.</summary>
    private (int[] From, int[] To, double[] Distance) Constraints(bool upwards)
    {
        var count = graph.Layers.Sum(layer => Math.Max(0, layer.Length - 1));
        var (from, to, distance) = (new int[count], new int[count], new double[count]);
        var next = 0;
        foreach (var items in graph.Layers)
        {
            for (var index = 0; index + 1 < items.Length; index++)
            {
                var (upper, lower) = (items[index], items[index + 1]);
                (from[next], to[next]) = upwards ? (root[upper], root[lower]) : (root[lower], root[upper]);
                distance[next++] = Layouts.Heights.Separation(graph, upper, lower) + shift[upper] - shift[lower];
            }
        }

        return (from, to, distance);
    }
}
