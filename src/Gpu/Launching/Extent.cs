namespace NotebookGrad.Backends.Gpu;

/// <summary>The lengths of up to six axes, the innermost first; those that are not there have length 1.</summary>
internal readonly struct Extent
{
    /// <summary>The most axes that a kernel goes through.</summary>
    public const int MostAxes = 6;

    /// <summary>The number of elements.</summary>
    public readonly int Count;

    /// <summary>The number of axes.</summary>
    public readonly int Axes;

    private readonly AxisLength axis0;
    private readonly AxisLength axis1;
    private readonly AxisLength axis2;
    private readonly AxisLength axis3;
    private readonly AxisLength axis4;

    /// <summary>An extent of some axes, the innermost first, of fewer than 2³¹ elements in all.</summary>
    public Extent(ReadOnlySpan<int> lengths)
    {
        Axes = lengths.Length;
        (axis0, axis1, axis2) = (Axis(lengths, 0), Axis(lengths, 1), Axis(lengths, 2));
        (axis3, axis4) = (Axis(lengths, 3), Axis(lengths, 4));
        Count = 1;
        foreach (var length in lengths)
        {
            Count *= length;
        }
    }

    /// <summary>Where the element of a number, counted in row-major order, is on every axis.</summary>
    public Position At(int number)
    {
        Position position = default;
        position.P0 = number;

        // One within another: most have few axes, and all of a launch leave off at the same.
        if (Axes > 1)
        {
            position.P1 = axis0.Divide(number);
            position.P0 = number - (position.P1 * axis0.Length);
            if (Axes > 2)
            {
                position.P2 = axis1.Divide(position.P1);
                position.P1 -= position.P2 * axis1.Length;
                if (Axes > 3)
                {
                    SetOuter(ref position);
                }
            }
        }

        return position;
    }

    /// <summary>Where elements lie one after another in this order, from 0 on.</summary>
    public Paces RowMajor()
    {
        long pace1 = axis0.Length;
        var pace2 = pace1 * axis1.Length;
        var pace3 = pace2 * axis2.Length;
        var pace4 = pace3 * axis3.Length;
        ReadOnlySpan<long> all = [1, pace1, pace2, pace3, pace4, pace4 * axis4.Length];
        return new Paces(0, all[..Axes]);
    }

    private void SetOuter(ref Position position)
    {
        position.P3 = axis2.Divide(position.P2);
        position.P2 -= position.P3 * axis2.Length;
        if (Axes > 4)
        {
            position.P4 = axis3.Divide(position.P3);
            position.P3 -= position.P4 * axis3.Length;
        }

        if (Axes > 5)
        {
            position.P5 = axis4.Divide(position.P4);
            position.P4 -= position.P5 * axis4.Length;
        }
    }

    private static AxisLength Axis(ReadOnlySpan<int> lengths, int axis) =>
        new(axis < lengths.Length ? Math.Max(1, lengths[axis]) : 1);
}

/// <summary>Where an element is on every axis of an <see cref="Extent"/>, the innermost first.</summary>
internal struct Position
{
    public int P0;
    public int P1;
    public int P2;
    public int P3;
    public int P4;
    public int P5;
}
