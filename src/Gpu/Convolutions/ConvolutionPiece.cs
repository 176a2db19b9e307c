namespace NotebookGrad.Backends.Gpu;

/// <summary>Some windows of a convolution: all of some items, or a stretch of those of one.</summary>
/// <param name="Item">The first item.</param>
/// <param name="Items">How many items.</param>
/// <param name="First">The first window, in row-major order, of each item.</param>
/// <param name="Windows">How many windows of each item.</param>
internal readonly record struct ConvolutionPiece(int Item, int Items, int First, int Windows)
{
    /// <summary>How many windows there are.</summary>
    public int Count => Items * Windows;

    /// <summary>The pieces of a convolution, each of one window or item at least.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="most">The most elements that the windows of a piece, or its items, have.</param>
    public static IEnumerable<ConvolutionPiece> Of(Sliding sizes, long most)
    {
        var windows = (int)Math.Clamp(most / sizes.ElementsInWindow, 1, sizes.Windows);
        var items = (int)Math.Clamp(
            most / Math.Max(sizes.ElementsInItem, sizes.ElementsInWindow * sizes.Windows), 1, sizes.Batch);
        for (var item = 0; item < sizes.Batch; item += items)
        {
            for (var first = 0L; first < sizes.Windows; first += windows)
            {
                yield return new(
                    item,
                    Math.Min(items, sizes.Batch - item),
                    (int)first,
                    (int)Math.Min(windows, sizes.Windows - first));
            }
        }
    }
}
