namespace NotebookGrad.Layouts;

/// <summary>Exchanges neighbours within the layers wherever fewer links cross then.</summary>
internal sealed class NeighbourExchange(Layering graph)
{
    private const int MostRounds = 10;
    private const int MostPasses = 4;

    // The places at the other ends of each item's links, sorted.
    private readonly int[] incoming = new int[graph.Incoming.Count];
    private readonly int[] outgoing = new int[graph.Outgoing.Count];
    private readonly bool[] stale = new bool[graph.Layers.Length];
    private readonly int[] preferred = new int[graph.Kinds.Length];

    /// <summary>Takes the present order for the one to have wherever that costs no crossing.</summary>
    public void Prefer() => graph.Place.CopyTo(preferred, 0);

    /// <summary>
    /// Goes through some layers while something is won, or the preferred order <paramref name="restored"/> at no cost;
    /// tells how many pairs and links it has looked at.
    /// </summary>
    public long Improve(int first, int last, bool restored)
    {
        var looked = 0L;
        Array.Fill(stale, true, first, last - first + 1);
        var improved = true;
        for (var round = 0; improved && round < MostRounds; round++)
        {
            improved = false;
            for (var layer = first; layer <= last; layer++)
            {
                if (!stale[layer])
                {
                    continue;
                }

                stale[layer] = false;
                looked += ReadPlaces(layer);
                var exchanged = true;
                for (var pass = 0; exchanged && pass < MostPasses; pass++)
                {
                    exchanged = Pass(layer, restored);
                    looked += graph.Layers[layer].Length;
                    if (exchanged)
                    {
                        improved = stale[layer] = true;
                        stale[Math.Max(layer - 1, 0)] = stale[Math.Min(layer + 1, stale.Length - 1)] = true;
                    }
                }
            }
        }

        return looked;
    }

    private int ReadPlaces(int layer)
    {
        var read = 0;
        foreach (var item in graph.Layers[layer])
        {
            read += ReadPlaces(graph.Incoming, item, incoming) + ReadPlaces(graph.Outgoing, item, outgoing);
        }

        return read;
    }

    private static int ReadPlaces(Neighbours neighbours, int item, int[] known)
    {
        var links = neighbours.Of(item);
        var places = neighbours.Of(item, known);
        for (var index = 0; index < links.Length; index++)
        {
            places[index] = neighbours.Place(links[index]);
        }

        // Most items have one link on either side.
        if (places.Length > 1)
        {
            places.Sort();
        }

        return places.Length;
    }

    private bool Pass(int layer, bool restored)
    {
        var items = graph.Layers[layer];
        var exchanged = false;
        for (var index = 0; index + 1 < items.Length; index++)
        {
            var (upper, lower) = (items[index], items[index + 1]);
            var upperFrom = graph.Incoming.Of(upper, incoming);
            var lowerFrom = graph.Incoming.Of(lower, incoming);
            var upperTo = graph.Outgoing.Of(upper, outgoing);
            var lowerTo = graph.Outgoing.Of(lower, outgoing);
            if (!restored && IsUncrossed(upperFrom, lowerFrom) && IsUncrossed(upperTo, lowerTo))
            {
                continue;
            }

            var gain = Gain(upperFrom, lowerFrom) + Gain(upperTo, lowerTo);
            if (gain > 0 || (restored && gain == 0 && preferred[lower] < preferred[upper]))
            {
                (items[index], items[index + 1]) = (lower, upper);
                graph.Place[lower] = graph.Place[upper];
                graph.Place[upper] = graph.Place[lower] + graph.Slots[lower];
                exchanged = true;
            }
        }

        return exchanged;
    }

    private static bool IsUncrossed(ReadOnlySpan<int> upper, ReadOnlySpan<int> lower) =>
        upper.Length == 0 || lower.Length == 0 || upper[^1] <= lower[0];

    /// <summary>How many crossings fewer there are if the second item stands above the first.</summary>
    private static long Gain(ReadOnlySpan<int> upper, ReadOnlySpan<int> lower)
    {
        long gain = 0;
        var (less, notMore) = (0, 0);
        foreach (var place in upper)
        {
            while (less < lower.Length && lower[less] < place)
            {
                less++;
            }

            while (notMore < lower.Length && lower[notMore] <= place)
            {
                notMore++;
            }

            gain += less - (lower.Length - notMore);
        }

        return gain;
    }
}
