using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Elements in a row, in the parts that one launch takes: at most 2³⁰ each.</summary>
/// <param name="count">How many elements there are.</param>
internal readonly struct RowParts(long count)
{
    private const int MostElements = 1 << 30;

    /// <summary>The parts, of which there are none where there are no elements.</summary>
    public IEnumerator<RowPart> GetEnumerator()
    {
        for (long start = 0; start < count; start += MostElements)
        {
            yield return new RowPart(start, (int)Math.Min(MostElements, count - start));
        }
    }
}

/// <summary>Some elements of a row.</summary>
/// <param name="Start">The number of the first.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct RowPart(long Start, int Count)
{
    /// <summary>These elements of a contiguous view.</summary>
    public ArrayView<T> Of<T>(View view)
        where T : unmanaged => view.Elements<T>().SubView(view.Layout.Offset + Start, Count);

    /// <summary>
    /// How many fours there are to be loaded at once: none where a view does not begin with one, counted from the start
    /// of its block.
    /// </summary>
    public int Fours(params ReadOnlySpan<View> views)
    {
        foreach (var view in views)
        {
            if ((view.Layout.Offset + Start) % 4 != 0)
            {
                return 0;
            }
        }

        return Count / 4;
    }

    /// <summary>How many threads have something to do.</summary>
    public int Threads(int fours) => fours > 0 ? fours : Count;
}
