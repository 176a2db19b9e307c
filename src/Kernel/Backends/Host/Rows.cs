namespace NotebookGrad.Backends.Host;

/// <summary>
/// Walks views of one shape together, row by row. Axes that continue each other in every view are joined first, so that
/// rows are as long as they can be.
/// </summary>
internal sealed class Rows
{
    // Axis by axis; strides of an axis stand together, view by view.
    private readonly int[] lengths;
    private readonly int[] strides;
    private readonly int[] position;
    private readonly int[] offsets;
    private readonly int axes;
    private long remaining;
    private bool started;

    /// <summary>Rows of some views, all of the shape of the first.</summary>
    public Rows(params ReadOnlySpan<Layout> views)
    {
        var room = Math.Max(1, views[0].Rank);
        lengths = new int[room];
        position = new int[room];
        strides = new int[room * views.Length];
        offsets = new int[views.Length];
        axes = Join(views);
        for (var view = 0; view < views.Length; view++)
        {
            offsets[view] = (int)views[view].Offset;
        }

        Length = lengths[axes - 1];
        Count = Length == 0 ? 0 : views[0].Count / Length;
        remaining = Count;
    }

    private Rows(Rows all, long first, long count)
    {
        (lengths, strides, axes, Length) = (all.lengths, all.strides, all.axes, all.Length);
        position = new int[lengths.Length];
        offsets = (int[])all.offsets.Clone();
        Count = Math.Min(count, all.Count - first);
        remaining = Count;
        for (var axis = axes - 2; axis >= 0; axis--)
        {
            (first, var at) = Math.DivRem(first, lengths[axis]);
            position[axis] = (int)at;
            for (var view = 0; view < offsets.Length; view++)
            {
                offsets[view] += position[axis] * StrideOf(view, axis);
            }
        }
    }

    /// <summary>The number of rows.</summary>
    public long Count { get; }

    /// <summary>The number of elements in a row.</summary>
    public int Length { get; }

    /// <summary>How far apart the elements of a row lie in a view.</summary>
    public int Stride(int view) => StrideOf(view, axes - 1);

    /// <summary>Where the row begins in a view's storage.</summary>
    public int Offset(int view) => offsets[view];

    /// <summary>Where the elements of the row lie in a view's storage.</summary>
    public Line Line(int view) => new(Offset(view), Stride(view));

    /// <summary>Some of the rows, from a first one, to walk by themselves; these must not have been walked.</summary>
    public Rows From(long first, long count) => new(this, first, count);

    /// <summary>Goes to the first, then to the next row; false after the last.</summary>
    public bool Next()
    {
        if (remaining-- <= 0)
        {
            return false;
        }

        if (!started)
        {
            started = true;
            return true;
        }

        for (var axis = axes - 2; axis >= 0; axis--)
        {
            var wraps = ++position[axis] == lengths[axis];
            var steps = wraps ? 1 - lengths[axis] : 1;
            var along = strides.AsSpan(axis * offsets.Length, offsets.Length);
            for (var view = 0; view < along.Length; view++)
            {
                offsets[view] += steps * along[view];
            }

            if (!wraps)
            {
                break;
            }

            position[axis] = 0;
        }

        return true;
    }

    private ref int StrideOf(int view, int axis) => ref strides[(axis * offsets.Length) + view];

    // The number of axes that are left.
    private int Join(ReadOnlySpan<Layout> views)
    {
        var last = -1;
        for (var axis = 0; axis < views[0].Rank; axis++)
        {
            var length = views[0].Shape[axis];
            if (length == 1)
            {
                continue;
            }

            if (last >= 0 && (long)lengths[last] * length <= int.MaxValue && Continues(views, last, axis, length))
            {
                lengths[last] *= length;
            }
            else
            {
                lengths[++last] = length;
            }

            for (var view = 0; view < views.Length; view++)
            {
                StrideOf(view, last) = (int)views[view].Strides[axis];
            }
        }

        if (last < 0)
        {
            lengths[++last] = 1;
        }

        return last + 1;
    }

    private bool Continues(ReadOnlySpan<Layout> views, int outer, int inner, int length)
    {
        for (var view = 0; view < views.Length; view++)
        {
            if (StrideOf(view, outer) != views[view].Strides[inner] * length)
            {
                return false;
            }
        }

        return true;
    }
}
