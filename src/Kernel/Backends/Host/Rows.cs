namespace NotebookGrad.Backends.Host;

/// <summary>
/// Walks views of one shape together, row by row. Axes that continue each other in every view are joined first, so that
/// rows are as long as they can be.
/// </summary>
internal sealed class Rows
{
    private readonly int[] lengths;
    private readonly long[][] strides;
    private readonly int[] position;
    private readonly long[] offsets;
    private long remaining;
    private bool started;

    /// <summary>Rows of some views, all of the shape of the first.</summary>
    public Rows(params ReadOnlySpan<Layout> views)
    {
        var joined = Join(views);
        lengths = [.. joined.Select(axis => axis.Length)];
        strides = new long[views.Length][];
        offsets = new long[views.Length];
        for (var view = 0; view < views.Length; view++)
        {
            strides[view] = [.. joined.Select(axis => axis.Strides[view])];
            offsets[view] = views[view].Offset;
        }

        position = new int[lengths.Length];
        Length = lengths[^1];
        remaining = Length == 0 ? 0 : views[0].Count / Length;
    }

    /// <summary>The number of elements in a row.</summary>
    public int Length { get; }

    /// <summary>How far apart the elements of a row lie in a view.</summary>
    public int Stride(int view) => checked((int)strides[view][^1]);

    /// <summary>Where the row begins in a view's storage.</summary>
    public int Offset(int view) => checked((int)offsets[view]);

    /// <summary>Where the elements of the row lie in a view's storage.</summary>
    public Line Line(int view) => new(Offset(view), Stride(view));

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

        for (var axis = lengths.Length - 2; axis >= 0; axis--)
        {
            var wraps = ++position[axis] == lengths[axis];
            for (var view = 0; view < offsets.Length; view++)
            {
                offsets[view] += wraps ? -strides[view][axis] * (lengths[axis] - 1) : strides[view][axis];
            }

            if (!wraps)
            {
                break;
            }

            position[axis] = 0;
        }

        return true;
    }

    private static List<(int Length, long[] Strides)> Join(ReadOnlySpan<Layout> views)
    {
        var joined = new List<(int Length, long[] Strides)>();
        for (var axis = 0; axis < views[0].Rank; axis++)
        {
            var length = views[0].Shape[axis];
            if (length == 1)
            {
                continue;
            }

            var strides = new long[views.Length];
            for (var view = 0; view < views.Length; view++)
            {
                strides[view] = views[view].Strides[axis];
            }

            if (joined.Count > 0 && Continues(joined[^1].Strides, strides, length)
                && (long)joined[^1].Length * length <= int.MaxValue)
            {
                joined[^1] = (joined[^1].Length * length, strides);
            }
            else
            {
                joined.Add((length, strides));
            }
        }

        if (joined.Count == 0)
        {
            joined.Add((1, new long[views.Length]));
        }

        return joined;
    }

    private static bool Continues(long[] outer, long[] inner, int length)
    {
        for (var view = 0; view < outer.Length; view++)
        {
            if (outer[view] != inner[view] * length)
            {
                return false;
            }
        }

        return true;
    }
}
