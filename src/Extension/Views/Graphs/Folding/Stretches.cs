namespace NotebookGrad.Views;

/// <summary>Cuts a row of parts that nothing else divides into a few stretches, where few values lead across.</summary>
internal static class Stretches
{
    private const int Most = 16;
    private const int MostRoots = 8;

    /// <summary>At most some dozen parts that hold the row; the roots stay for themselves where they are few.</summary>
    public static IReadOnlyList<Part> Of(GraphWiring wiring, IReadOnlyList<Part> row)
    {
        var live = new LiveValues(wiring);
        bool IsRoot(Part part) => wiring.Roots.Count <= MostRoots
            && part.Kind == PartKind.Operation && wiring.Roots.Contains(wiring.Operations[part.First]);
        var cuts = new SortedSet<int>(Cuts(live, row).Concat(row.Index()
            .Where(pair => IsRoot(pair.Item))
            .SelectMany(pair => new[] { pair.Index, pair.Index + 1 }))) { 0, row.Count };
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => Stretch([.. row.Skip(start).Take(end - start)]))];
    }

    private static IEnumerable<int> Cuts(LiveValues live, IReadOnlyList<Part> row)
    {
        var count = Math.Clamp((int)Math.Ceiling(Math.Sqrt(row.Count)), 2, Most);
        var length = (double)row.Count / count;
        for (var cut = 1; cut < count; cut++)
        {
            var (wish, room) = ((int)(cut * length), (int)(length / 3));
            yield return Enumerable.Range(wish - room, (2 * room) + 1)
                .Where(index => index > 0 && index < row.Count)
                .MinBy(index => (live.Before(row[index].First), Math.Abs(index - wish)));
        }
    }

    private static Part Stretch(Part[] parts)
    {
        var count = parts[^1].End - parts[0].First;
        return parts.Length == 1
            ? parts[0]
            : new Part(PartKind.Stretch, PartNames.OfStretch(count), parts[0].First, count, parts);
    }
}
