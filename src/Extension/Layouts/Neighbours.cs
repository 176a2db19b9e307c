namespace NotebookGrad.Layouts;

/// <summary>The links on one side of each item.</summary>
internal sealed class Neighbours
{
    private readonly int[] starts;
    private readonly int[] links;
    private readonly int[] others;

    /// <summary>
    /// Sorts the links by the item at this end; <paramref name="others"/> are the items at the other.
    /// </summary>
    public Neighbours(int items, int[] ends, int[] others, Func<int, bool> counts)
    {
        this.others = others;
        starts = new int[items + 1];
        for (var link = 0; link < ends.Length; link++)
        {
            starts[ends[link] + 1] += counts(link) ? 1 : 0;
        }

        for (var item = 0; item < items; item++)
        {
            starts[item + 1] += starts[item];
        }

        links = new int[starts[items]];
        var next = starts.ToArray();
        for (var link = 0; link < ends.Length; link++)
        {
            if (counts(link))
            {
                links[next[ends[link]]++] = link;
            }
        }
    }

    /// <summary>All of them together.</summary>
    public int Count => links.Length;

    /// <summary>The links of an item.</summary>
    public Span<int> Of(int item) => links.AsSpan(Range(item));

    /// <summary>Where the links of an item stand among all.</summary>
    public Range Range(int item) => starts[item]..starts[item + 1];

    /// <summary>The item at the other end of a link.</summary>
    public int Other(int link) => others[link];
}
