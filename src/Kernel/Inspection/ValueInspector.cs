namespace NotebookGrad.Inspection;

/// <summary>Computes what pictures tell of the numbers in a tensor.</summary>
internal static class ValueInspector
{
    /// <summary>All elements as doubles, in row-major order.</summary>
    public static double[] Read(Tensor tensor) =>
        (tensor.DType == DType.Float64 ? tensor : tensor.Converted(DType.Float64)).ToArray<double>();

    /// <summary>The statistics of a tensor.</summary>
    public static ValueSummary Summarize(Tensor tensor) => Summarize(Read(tensor));

    /// <summary>The statistics of some numbers.</summary>
    public static ValueSummary Summarize(double[] values)
    {
        var (minimum, maximum, sum, squares) = (double.NaN, double.NaN, 0.0, 0.0);
        long zeros = 0, nans = 0, infinities = 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                (nans, infinities) = double.IsNaN(value) ? (nans + 1, infinities) : (nans, infinities + 1);
                continue;
            }

            zeros += value == 0 ? 1 : 0;
            sum += value;
            squares += value * value;
            minimum = value >= minimum ? minimum : value;
            maximum = value <= maximum ? maximum : value;
        }

        var finite = values.Length - nans - infinities;
        var mean = finite > 0 ? sum / finite : double.NaN;
        return new ValueSummary(
            values.Length, mean, Deviation(values, mean, finite), minimum, maximum, Math.Sqrt(squares),
            zeros, nans, infinities, values[..Math.Min(values.Length, ValueSummary.FirstCount)]);
    }

    // A second pass, because the difference of squares would lose all digits where the mean is large.
    private static double Deviation(double[] values, double mean, long finite)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += double.IsFinite(value) ? (value - mean) * (value - mean) : 0;
        }

        return finite > 0 ? Math.Sqrt(squares / finite) : double.NaN;
    }
}
