namespace NotebookGrad.Views;

/// <summary>What a curve shows: words that can be drawn, axes, and which of its numbers have a place on them.</summary>
internal sealed class CurveReading
{
    private const int LongestTitle = 60;

    private readonly Curve curve;

    public CurveReading(Curve curve, int mostTicks)
    {
        this.curve = curve;
        var longest = curve.Series.Select(one => one.Values.Count).DefaultIfEmpty(0).Max();
        var values = curve.Series.SelectMany(one => one.Values);
        Title = PlainName.Of(curve.Title, LongestTitle) ?? "curve";
        XLabel = PlainName.Of(curve.XLabel) ?? "";
        Names = [.. curve.Series.Select((one, index) => PlainName.Of(one.Name) ?? $"series {index + 1}")];

        // Between two numbers there is none to be written beside the axis.
        X = CurveAxis.Exact(At(0), At(Math.Max(0, longest - 1)), Math.Clamp(longest - 1, 1, mostTicks));
        Y = curve.LogScale ? CurveAxis.Logarithmic(values, mostTicks) : CurveAxis.Rounded(values, mostTicks);
    }

    /// <summary>What the numbers are.</summary>
    public string Title { get; }

    /// <summary>What they are over; may be empty.</summary>
    public string XLabel { get; }

    /// <summary>The names of the series.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The horizontal axis.</summary>
    public CurveAxis X { get; }

    /// <summary>The vertical axis.</summary>
    public CurveAxis Y { get; }

    /// <summary>What the curve is, in a line.</summary>
    public string Summary => string.Join(" · ", new[]
    {
        XLabel.Length > 0 ? $"over {XLabel}" : "",
        Names.Count > 1 ? $"{NumberText.Count(Names.Count)} series" : "",
        NumberText.Count(curve.Series.Select(one => one.Values.Count).DefaultIfEmpty(0).Max(), "number"),
        curve.LogScale ? "log scale" : "",
    }.Where(part => part.Length > 0));

    /// <summary>A line a series: its last, least and greatest number, and how many could not be drawn.</summary>
    public IEnumerable<string> Lines => curve.Series.Select((one, index) => $"{Names[index]}: {Numbers(one.Values)}");

    /// <summary>The points of a series, as shares of the axes, in runs without a gap; at most so many in all.</summary>
    public IEnumerable<IReadOnlyList<(double X, double Y)>> Runs(int series, int most)
    {
        var run = new List<(double X, double Y)>();
        foreach (var index in Thinned(curve.Series[series].Values, most))
        {
            var value = curve.Series[series].Values[index];
            if (Y.Holds(value))
            {
                run.Add((X.Place(At(index)), Y.Place(value)));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private double At(int index)
    {
        // An axis that is nowhere is replaced by the one of a curve that does not name any.
        var start = double.IsFinite(curve.Start) ? curve.Start : 0;
        var step = double.IsFinite(curve.Step) ? curve.Step : 1;
        return start + (index * step);
    }

    /// <summary>All positions; of too many, those of the least and the greatest number of each piece.</summary>
    private IEnumerable<int> Thinned(IReadOnlyList<double> values, int most)
    {
        if (values.Count <= most)
        {
            return Enumerable.Range(0, values.Count);
        }

        var length = (int)Math.Ceiling(2.0 * values.Count / most);
        return Enumerable.Range(0, values.Count).Chunk(length).SelectMany(Ends);

        IEnumerable<int> Ends(int[] piece)
        {
            var drawn = piece.Where(index => Y.Holds(values[index])).ToArray();
            return drawn.Length == 0
                ? piece[..1]
                : new[] { drawn.MinBy(index => values[index]), drawn.MaxBy(index => values[index]) }.Distinct().Order();
        }
    }

    private string Numbers(IReadOnlyList<double> values)
    {
        var drawn = values.Where(Y.Holds).ToArray();
        var missing = values.Count - drawn.Length;
        var gaps = missing > 0
            ? $", {NumberText.Count(missing)} {(curve.LogScale ? "not above zero or not finite" : "not finite")}"
            : "";
        if (drawn.Length == 0)
        {
            return (values.Count == 0 ? "no numbers" : "nothing to draw") + gaps;
        }

        var (last, least, greatest) = (drawn[^1], drawn.Min(), drawn.Max());
        return $"last {NumberText.Of(last)}, least {NumberText.Of(least)}, greatest {NumberText.Of(greatest)}{gaps}";
    }
}
