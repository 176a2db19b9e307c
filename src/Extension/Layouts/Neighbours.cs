namespace NotebookGrad.Layouts;

/// <summary>The links on one side of each item.</summary>
internal sealed class Neighbours
{
    private readonly int[] starts;
    private readonly int[] links;
    private readonly int[] others;
    private readonly int[] slots;
    private readonly int[] places;

    /// <summary>Sorts the links by the item at this end.</summary>
    /// <param name="ends">The item at this end of each link.</param>
    /// <param name="others">The item at the other end of each link.</param>
    /// <param name="slots">Which of the other item's slots each link has.</param>
    /// <param name="places">The first place of each item within its layer.</param>
    /// <param name="counts">Which links are meant.</param>
    public Neighbours(int[] ends, int[] others, int[] slots, int[] places, Func<int, bool> counts)
    {
        (this.others, this.slots, this.places) = (others, slots, places);
        var items = places.Length;
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
    public Span<int> Of(int item) => Of(item, links);

    /// <summary>What is known of the links of an item, among what is known of all of them together.</summary>
    public Span<int> Of(int item, int[] known) => known.AsSpan(starts[item], starts[item + 1] - starts[item]);

    /// <summary>The item at the other end of a link.</summary>
    public int Other(int link) => others[link];

    /// <summary>The place in its layer that a link has at the other end.</summary>
    public int Place(int link) => places[others[link]] + slots[link];
}
