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
    private readonly bool isFlat;
    private readonly int axis;
    private readonly int length;

    private Tiling(Shape shape, bool isFlat, int axis, int length)
    {
        (this.shape, this.isFlat, this.axis, this.length) = (shape, isFlat, axis, length);
        Count = Math.Max(1, (isFlat ? checked((int)shape.Count) : shape[axis]) / length);
    }

    /// <summary>The number of parts.</summary>
    public int Count { get; }

    /// <summary>The largest number of elements in a part.</summary>
    public long LargestPart => PartOf(Layout.Contiguous(shape), Count - 1).Count;

    /// <summary>A tiling for steps that all work in one shape; null if there is none, or no use in it.</summary>
    public static Tiling? Of(Shape shape, IReadOnlyList<Step> steps)
    {
        if (shape.Count < 2 * PartLength || shape.Count > int.MaxValue)
        {
            return null;
        }

        if (steps.All(step => step.Places.All(IsFlat)))
        {
            return new Tiling(shape, true, 0, PartLength);
        }

        var axis = Enumerable.Range(0, shape.Rank).First(axis => shape[axis] > 1);
        var slice = shape.Count / shape[axis];
        var isCollected = steps.Any(step =>
            step.Places.All(IsFlat) && !step.Places.All(place => place.Layout.IsContiguous));
        var unit = isCollected ? RowLength : VectorLength;
        var together = unit / BigInteger.GreatestCommonDivisor(unit, slice);
        var slices = (PartLength + (slice * together) - 1) / (slice * together) * together;
        return slices * 2 <= shape[axis] ? new Tiling(shape, false, axis, (int)slices) : null;

        bool IsFlat(Place place) => place.Layout.Reshape([(int)shape.Count]) is not null;
    }

    /// <summary>A part of a layout. The last takes what is left, so that none is short.</summary>
    public Layout PartOf(Layout layout, int part)
    {
        var along = isFlat ? layout.Reshape([(int)shape.Count])! : layout;
        var start = part * length;
        return along.Slice(axis, start, part == Count - 1 ? along.Shape[axis] - start : length);
    }
}
