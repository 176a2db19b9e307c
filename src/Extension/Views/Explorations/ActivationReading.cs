using NotebookGrad.Exploration;

namespace NotebookGrad.Views;

/// <summary>What is to be told of a function and its derivative.</summary>
/// <param name="curve">The function.</param>
/// <param name="mostTicks">The most numbers beside an axis.</param>
internal sealed class ActivationReading(ActivationCurve curve, int mostTicks)
{
    /// <summary>Through so many layers the derivative's product is told.</summary>
    public const int Layers = 10;

    private const int MostRanges = 3;

    /// <summary>The function and its derivative as lines, in this order.</summary>
    public CurveReading Lines { get; } = new(Curve(curve), mostTicks);

    /// <summary>What the function is called.</summary>
    public string Name => Lines.Title;

    /// <summary>Where it is saturated.</summary>
    public IReadOnlyList<InputRange> Saturated { get; } = curve.Saturated;

    /// <summary>The place of the greatest derivative, where there is one.</summary>
    public (double X, double Y)? Peak => curve.SteepestAt is { } x
        ? (x, curve.Derivatives[curve.Inputs.ToList().IndexOf(x)])
        : null;

    /// <summary>The greatest size of the derivative.</summary>
    public string Steepest => NumberText.Of(curve.Steepest);

    /// <summary>At which input that is; empty where there are several.</summary>
    public string SteepestAt => curve.SteepestAt is { } x ? NumberText.Of(x) : "";

    /// <summary>What that leaves of a gradient through <see cref="Layers"/> layers.</summary>
    public string Product => NumberText.Short(curve.Product(Layers));

    /// <summary>Where the function is saturated: <c>x ≤ −4.36, x ≥ 4.36</c>.</summary>
    public string SaturatedWhere
    {
        get
        {
            var ranges = string.Join(", ", Saturated.Take(MostRanges).Select(Words));
            var rest = Saturated.Count - MostRanges;
            return Saturated.Count == 0 ? "nowhere" : rest > 0 ? $"{ranges} and {rest} more" : ranges;
        }
    }

    /// <summary>What cannot be drawn; empty where all can.</summary>
    public string Missing
    {
        get
        {
            var count = curve.Values.Zip(curve.Derivatives)
                .Count(pair => !double.IsFinite(pair.First) || !double.IsFinite(pair.Second));
            return count == 0 ? ""
                : $"not finite at {NumberText.Count(count)} of {NumberText.Count(curve.Inputs.Count, "input")}";
        }
    }

    /// <summary>All of it in a sentence.</summary>
    public string Sentence
    {
        get
        {
            var at = SteepestAt.Length > 0 ? $", at x = {SteepestAt}" : "";
            var missing = Missing.Length > 0 ? $"; {Missing}" : "";
            return $"{Name}: |f′| is at most {Steepest}{at}; through {Layers} layers at most {Product} of a gradient is "
                + $"left; saturated: {SaturatedWhere}{missing}";
        }
    }

    private static Curve Curve(ActivationCurve curve) => new(
        PlainName.Of(curve.Name) ?? "f", "x", ("f", curve.Values), ("f′", Drawn(curve)))
    {
        Start = curve.Inputs.Count > 0 ? curve.Inputs[0] : 0,
        Step = curve.Inputs.Count > 1 ? (curve.Inputs[^1] - curve.Inputs[0]) / (curve.Inputs.Count - 1) : 1,
    };

    // Where there is no value, a formula may still give a derivative.
    private static double[] Drawn(ActivationCurve curve) =>
        [.. curve.Derivatives.Zip(curve.Values, (slope, value) => double.IsFinite(value) ? slope : double.NaN)];

    private string Words(InputRange range)
    {
        var (begins, ends) = (range.From == curve.Inputs[0], range.To == curve.Inputs[^1]);
        var (from, to) = (NumberText.Of(range.From), NumberText.Of(range.To));
        return begins && ends ? "everywhere"
            : begins ? $"x ≤ {to}"
            : ends ? $"x ≥ {from}"
            : range.From == range.To ? $"x = {from}" : $"{from} ≤ x ≤ {to}";
    }
}
