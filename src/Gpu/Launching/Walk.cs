namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// How kernels go through operands of one shape together: axes that continue each other in every operand are one, and
/// what one launch cannot take (more than six axes, or 2³⁰ elements) are several.
/// </summary>
internal readonly ref struct Walk
{
    private const int MostElements = 1 << 30;

    // Innermost first; the strides of an axis stand together, operand by operand.
    private readonly List<int> lengths = [];
    private readonly List<long> strides = [];
    private readonly long[] starts;

    /// <summary>A walk through some operands, all of the shape of the first.</summary>
    public Walk(params ReadOnlySpan<Layout> operands)
    {
        starts = new long[operands.Length];
        for (var operand = 0; operand < operands.Length; operand++)
        {
            starts[operand] = operands[operand].Offset;
        }

        Count = operands[0].Count;
        for (var axis = operands[0].Rank - 1; axis >= 0; axis--)
        {
            Add(operands, axis);
        }
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>The launches that it takes, each with its extent and the paces of every operand.</summary>
    public List<(Extent Extent, Paces[] Paces)> Launches()
    {
        var launches = new List<(Extent, Paces[])>();
        if (Count > 0)
        {
            Launch(lengths.ToArray(), starts, launches);
        }

        return launches;
    }

    private void Add(ReadOnlySpan<Layout> operands, int axis)
    {
        var length = operands[0].Shape[axis];
        if (length == 1)
        {
            return;
        }

        if (lengths.Count > 0 && (long)lengths[^1] * length <= int.MaxValue && Continues(operands, axis))
        {
            lengths[^1] *= length;
            return;
        }

        lengths.Add(length);
        foreach (var operand in operands)
        {
            strides.Add(operand.Strides[axis]);
        }
    }

    private bool Continues(ReadOnlySpan<Layout> operands, int axis)
    {
        for (var operand = 0; operand < operands.Length; operand++)
        {
            if (operands[operand].Strides[axis] != StrideOf(operand, lengths.Count - 1) * lengths[^1])
            {
                return false;
            }
        }

        return true;
    }

    private long StrideOf(int operand, int axis) => strides[(axis * starts.Length) + operand];

    // The outermost axis goes element by element where there are too many axes, else in parts.
    private void Launch(int[] extent, long[] first, List<(Extent Extent, Paces[] Paces)> launches)
    {
        var outermost = extent.Length - 1;
        var inner = 1L;
        foreach (var length in extent.AsSpan(0, Math.Max(0, outermost)))
        {
            inner *= length;
        }

        var part = extent.Length > Extent.MostAxes || inner > MostElements ? 1
            : outermost < 0 ? 1 : (int)Math.Min(extent[outermost], MostElements / inner);
        for (var start = 0; start < (outermost < 0 ? 1 : extent[outermost]); start += part)
        {
            var begin = Moved(first, outermost, start);
            if (extent.Length > Extent.MostAxes || inner > MostElements)
            {
                Launch(extent[..outermost], begin, launches);
                continue;
            }

            int[] taken = outermost < 0 ? [] : [.. extent[..outermost], Math.Min(part, extent[outermost] - start)];
            launches.Add((new Extent(taken), PacesOf(begin, taken.Length)));
        }
    }

    private long[] Moved(long[] first, int axis, int steps)
    {
        var moved = (long[])first.Clone();
        for (var operand = 0; axis >= 0 && operand < moved.Length; operand++)
        {
            moved[operand] += steps * StrideOf(operand, axis);
        }

        return moved;
    }

    private Paces[] PacesOf(long[] first, int axes)
    {
        var paces = new Paces[first.Length];
        Span<long> own = stackalloc long[axes];
        for (var operand = 0; operand < paces.Length; operand++)
        {
            for (var axis = 0; axis < axes; axis++)
            {
                own[axis] = StrideOf(operand, axis);
            }

            paces[operand] = new Paces(first[operand], own);
        }

        return paces;
    }
}
