using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The range of a vector's finite elements, and where in it a number lies.</summary>
internal readonly struct LineRange
{
    /// <summary>The range of a slice.</summary>
    public LineRange(ElementSlice slice)
    {
        var ends = slice.Blocks
            .SelectMany(row => row)
            .SelectMany(block => new[] { block.Minimum, block.Maximum })
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .ToArray();
        (Low, High) = (ends.Min(), ends.Max());
    }

    /// <summary>The smallest finite element.</summary>
    public double Low { get; }

    /// <summary>The largest finite element.</summary>
    public double High { get; }

    /// <summary>Whether zero lies between the ends.</summary>
    public bool SpansZero => Low < 0 && High > 0;

    /// <summary>Where a number lies: 0 at the lower end, 1 at the upper, ½ where the two are one.</summary>
    public double Place(double value)
    {
        // Halves, because the difference of the ends may be beyond double's range.
        var length = (High / 2) - (Low / 2);
        return length > 0 ? Math.Clamp(((value / 2) - (Low / 2)) / length, 0, 1) : 0.5;
    }
}
