namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Where an operand's elements lie in its block: the first one, and how far the next is along each axis.
/// </summary>
internal readonly struct Paces
{
    /// <summary>The place of the first element.</summary>
    public readonly long Start;

    /// <summary>How far apart neighbours on the innermost axis lie.</summary>
    public readonly long Inner;

    private readonly long pace1;
    private readonly long pace2;
    private readonly long pace3;
    private readonly long pace4;
    private readonly long pace5;
    private readonly int axes;

    /// <summary>The place of the first element, and the strides of up to six axes, the innermost first.</summary>
    public Paces(long start, ReadOnlySpan<long> strides)
    {
        (Start, axes) = (start, strides.Length);
        Inner = Pace(strides, 0);
        (pace1, pace2, pace3) = (Pace(strides, 1), Pace(strides, 2), Pace(strides, 3));
        (pace4, pace5) = (Pace(strides, 4), Pace(strides, 5));
    }

    /// <summary>The place of the element at a position.</summary>
    public long Place(Position position)
    {
        var place = Start + (position.P0 * Inner);

        // Six products for every element would take longer than the element.
        if (axes > 1)
        {
            place += position.P1 * pace1;
            if (axes > 2)
            {
                place += position.P2 * pace2;
                if (axes > 3)
                {
                    place += (position.P3 * pace3) + (position.P4 * pace4) + (position.P5 * pace5);
                }
            }
        }

        return place;
    }

    private static long Pace(ReadOnlySpan<long> strides, int axis) => axis < strides.Length ? strides[axis] : 0;
}
