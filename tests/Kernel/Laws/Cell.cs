namespace NotebookGrad.Tests.Laws;

/// <summary>A number with its derivatives by all elements of a leaf: forward mode by hand.</summary>
internal readonly record struct Cell(double Value, double[] Slopes)
{
    public static Cell operator +(Cell a, Cell b) => a.Map(a.Value + b.Value, 1, b, 1);

    public static Cell operator *(Cell a, Cell b) => a.Map(a.Value * b.Value, b.Value, b, a.Value);

    /// <summary>A number that depends on nothing.</summary>
    public static Cell Constant(double value, int leafCount) => new(value, new double[leafCount]);

    public Cell Times(double factor) => this * Constant(factor, Slopes.Length);

    public Cell Sin()
    {
        var slope = Math.Cos(Value);
        return new Cell(Math.Sin(Value), Array.ConvertAll(Slopes, x => slope * x));
    }

    private Cell Map(double value, double slope, Cell other, double otherSlope) =>
        new(value, [.. Slopes.Zip(other.Slopes, (x, y) => (slope * x) + (otherSlope * y))]);
}
