namespace NotebookGrad;

/// <summary>
/// How the elements of a tensor lie in its storage: element (i, j, …) is at
/// <c>Offset + i·Strides[0] + j·Strides[1] + …</c>. Immutable, so that tensors share it.
/// </summary>
public sealed class Layout
{
    private readonly long[] strides;

    private Layout(Shape shape, long[] strides, long offset)
    {
        Shape = shape;
        this.strides = strides;
        Count = shape.Count;

        // Nothing lies nowhere: a slice of an empty tensor would begin behind the end of its storage.
        Offset = Count == 0 ? 0 : offset;
        IsContiguous = Count == 0 || HasRowMajorStrides();
    }

    /// <summary>The layout of a single number at the start of its storage.</summary>
    public static Layout Scalar { get; } = new(default, [], 0);

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>Where the first element lies, in elements from the start of the storage.</summary>
    public long Offset { get; }

    /// <summary>Whether the elements lie one after another in row-major order.</summary>
    public bool IsContiguous { get; }

    /// <summary>
    /// Whether two elements may lie in one place, as where an axis is broadcast; where they do not lie in rows within
    /// rows it is assumed.
    /// </summary>
    public bool MayOverlap
    {
        get
        {
            long reach = 0;
            var axes = Enumerable.Range(0, Rank).Where(axis => Shape[axis] > 1);
            foreach (var axis in axes.OrderBy(axis => strides[axis]))
            {
                if (strides[axis] <= reach)
                {
                    return Count > 0;
                }

                reach += (Shape[axis] - 1) * strides[axis];
            }

            return false;
        }
    }

    /// <summary>How many elements a storage must have, at least, for this layout to lie in it.</summary>
    public long Extent => Count == 0
        ? 0
        : Offset + 1 + Enumerable.Range(0, Rank).Sum(axis => (Shape[axis] - 1) * strides[axis]);

    /// <summary>The number of axes.</summary>
    public int Rank => strides.Length;

    /// <summary>
    /// By axis, how far apart in the storage two neighbours are, in elements; 0 where an axis is broadcast.
    /// </summary>
    public ReadOnlySpan<long> Strides => strides;

    /// <summary>The row-major layout of a shape, from the start of a storage.</summary>
    public static Layout Contiguous(Shape shape) =>
        shape.Rank == 0 ? Scalar : new Layout(shape, RowMajorStrides(shape), 0);

    /// <summary>The axes in another order: axis k of the result is axis <c>order[k]</c> of this one.</summary>
    public Layout Permute(ReadOnlySpan<int> order)
    {
        var lengths = new int[Rank];
        var permuted = new long[Rank];
        for (var axis = 0; axis < Rank; axis++)
        {
            lengths[axis] = Shape[order[axis]];
            permuted[axis] = strides[order[axis]];
        }

        return new Layout(new Shape(lengths), permuted, Offset);
    }

    /// <summary>
    /// The same elements seen in a larger shape that this one broadcasts to; new and unit axes get stride 0.
    /// </summary>
    public Layout Expand(Shape shape)
    {
        if (shape == Shape)
        {
            return this;
        }

        var expanded = new long[shape.Rank];
        var added = shape.Rank - Rank;
        for (var axis = added; axis < shape.Rank; axis++)
        {
            expanded[axis] = Shape[axis - added] == shape[axis] ? strides[axis - added] : 0;
        }

        return new Layout(shape, expanded, Offset);
    }

    /// <summary>Whether another layout puts the same elements in the same places.</summary>
    internal bool LiesAs(Layout other) => other == this
        || (Offset == other.Offset && Shape == other.Shape && strides.AsSpan().SequenceEqual(other.strides));

    /// <summary>
    /// The layout in another shape of the same rank that stays at its start along an axis, and on the others goes no
    /// further than it did.
    /// </summary>
    internal Layout Standing(int axis, Shape shape)
    {
        var standing = this;
        for (var other = 0; other < Rank; other++)
        {
            standing = standing.Slice(other, 0, other == axis ? Math.Min(1, Shape[axis]) : shape[other]);
        }

        return standing.Expand(shape);
    }

    /// <summary>Every <paramref name="step"/>th element of one axis from <paramref name="start"/>.</summary>
    public Layout Slice(int axis, int start, int length, int step = 1)
    {
        var lengths = Shape.ToArray();
        var sliced = (long[])strides.Clone();
        lengths[axis] = length;
        sliced[axis] *= step;
        return new Layout(new Shape(lengths), sliced, Offset + (start * strides[axis]));
    }

    /// <summary>The layout with one axis fixed at a position and gone from the shape.</summary>
    public Layout Select(int axis, int position) => new(
        new Shape(Without(Shape.ToArray(), axis)),
        Without(strides, axis),
        Offset + (position * strides[axis]));

    /// <summary>The same layout so many elements further on in a storage.</summary>
    public Layout Move(long distance) => distance == 0 ? this : new(Shape, strides, Offset + distance);

    /// <summary>The layout with a new axis of length 1 before <paramref name="axis"/>.</summary>
    public Layout Insert(int axis) => new(
        new Shape([.. Shape.Lengths[..axis], 1, .. Shape.Lengths[axis..]]),
        [.. strides.AsSpan(0, axis), 0, .. strides.AsSpan(axis)],
        Offset);

    /// <summary>The same elements under another shape of equal count, or null where that needs a copy.</summary>
    public Layout? Reshape(Shape shape)
    {
        if (shape == Shape)
        {
            return this;
        }

        if (IsContiguous)
        {
            return new Layout(shape, RowMajorStrides(shape), Offset);
        }

        // Axes that continue each other are one run of evenly spaced elements; new axes must each lie within a run.
        var reshaped = new long[shape.Rank];
        var next = shape.Rank - 1;
        var (stride, count, filled) = (strides[^1], 1L, 1L);
        for (var axis = Rank - 1; axis >= 0; axis--)
        {
            count *= Shape[axis];
            if (axis > 0 && (Shape[axis - 1] == 1 || strides[axis - 1] == count * stride))
            {
                continue;
            }

            for (; next >= 0 && (filled < count || shape[next] == 1); next--)
            {
                reshaped[next] = filled * stride;
                filled *= shape[next];
            }

            if (filled != count)
            {
                return null;
            }

            (stride, count, filled) = (axis > 0 ? strides[axis - 1] : 1, 1, 1);
        }

        return new Layout(shape, reshaped, Offset);
    }

    /// <summary>One axis in the opposite direction.</summary>
    public Layout Reverse(int axis) => Shape[axis] == 0 ? this : Slice(axis, Shape[axis] - 1, Shape[axis], -1);

    /// <summary>
    /// The elements where two axes are at equal positions, the second ahead by an offset; both go, and the diagonal is
    /// a new innermost axis.
    /// </summary>
    public Layout Diagonal(int first, int second, int offset)
    {
        var (row, column) = (Math.Max(0, -offset), Math.Max(0, offset));
        var length = Math.Max(0, Math.Min(Shape[first] - row, Shape[second] - column));
        var start = length == 0 ? 0 : (row * strides[first]) + (column * strides[second]);
        int[] kept = [.. Enumerable.Range(0, Rank).Where(axis => axis != first && axis != second)];
        return new Layout(
            new Shape([.. kept.Select(axis => Shape[axis]), length]),
            [.. kept.Select(axis => strides[axis]), strides[first] + strides[second]],
            Offset + start);
    }

    /// <summary>
    /// Windows along an axis, each a step after the last; a new innermost axis counts within a window.
    /// </summary>
    public Layout Unfold(int axis, int size, int step)
    {
        var lengths = Shape.ToArray();
        var windows = (long[])strides.Clone();
        lengths[axis] = ((lengths[axis] - size) / step) + 1;
        windows[axis] *= step;
        return new Layout(new Shape([.. lengths, size]), [.. windows, strides[axis]], Offset);
    }

    private static long[] RowMajorStrides(Shape shape)
    {
        var strides = new long[shape.Rank];
        long stride = 1;
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return strides;
    }

    private static T[] Without<T>(T[] values, int position) => [.. values[..position], .. values[(position + 1)..]];

    private bool HasRowMajorStrides()
    {
        long stride = 1;
        for (var axis = Rank - 1; axis >= 0; axis--)
        {
            var length = Shape[axis];
            if (length != 1 && strides[axis] != stride)
            {
                return false;
            }

            stride *= length;
        }

        return true;
    }
}
