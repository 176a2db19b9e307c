using System.Numerics;

namespace NotebookGrad;

/// <summary>
/// How pointwise steps on one shape are done part by part, so that what one hands to the next stays in the processor's
/// cache. Parts are cut so that the backend gives every element the bits that it gives it in the whole.
/// </summary>
internal sealed class Tiling
{
    // Elements in a part: some kilobytes.
    private const int PartLength = 4096;

    // Kernels work by vectors, and may work out what is left of a row in another way: parts are whole numbers of them.
    private const int VectorLength = 64;

    // So are they of what the backend brings together where elements do not lie side by side.
    private const int RowLength = 1024;

    private readonly Shape shape;
    private readonly int axis;
    private readonly int length;

    private Tiling(Shape shape, int axis, int length)
    {
        (this.shape, this.axis, this.length) = (shape, axis, length);
        Count = shape[axis] / length;
    }

    /// <summary>The number of parts.</summary>
    public int Count { get; }

    /// <summary>The largest number of elements in a part.</summary>
    public long LargestPart => PartOf(Layout.Contiguous(shape), Count - 1).Count;

    /// <summary>A tiling for steps that all work in one shape; null if there is none, or no use in it.</summary>
    public static Tiling? Of(Shape shape, IReadOnlyList<Step> steps)
    {
        if (shape.Count is < 2 * PartLength or > int.MaxValue)
        {
            return null;
        }

        Shape row = [(int)shape.Count];
        var isCollected = steps.Any(step =>
            !step.Places.All(place => place.Layout.IsContiguous) && step.Places.All(place => LiesIn(row, place)));
        var seen = ShapesToCut(shape).First(seen => steps.All(step => step.Places.All(place => LiesIn(seen, place))));
        return Cut(seen, isCollected ? RowLength : VectorLength);
    }

    /// <summary>A part of a layout. The last takes what is left, so that none is short.</summary>
    public Layout PartOf(Layout layout, int part)
    {
        var start = part * length;
        return layout.Reshape(shape)!.Slice(axis, start, part == Count - 1 ? shape[axis] - start : length);
    }

    private static bool LiesIn(Shape seen, Place place) => place.Layout.Reshape(seen) is not null;

    // As one row, as rows of ever more axes, and as it is: the first can be cut most finely.
    private static IEnumerable<Shape> ShapesToCut(Shape shape)
    {
        yield return [(int)shape.Count];
        for (int inner = 1, split = shape.Rank - 1; split > 0; split--)
        {
            inner *= shape[split];
            yield return [(int)shape.Count / inner, inner];
        }

        yield return shape;
    }

    private static Tiling? Cut(Shape shape, int unit)
    {
        var axis = 0;
        while (shape[axis] == 1)
        {
            axis++;
        }

        var slice = shape.Count / shape[axis];
        var together = slice * (unit / (long)BigInteger.GreatestCommonDivisor(unit, slice));
        var length = (PartLength + together - 1) / together * together / slice;
        return 2 * length <= shape[axis] ? new Tiling(shape, axis, (int)length) : null;
    }
}
