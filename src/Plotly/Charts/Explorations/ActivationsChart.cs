using NotebookGrad.Exploration;

namespace NotebookGrad.Charts;

/// <summary>Functions of single numbers above their derivatives.</summary>
internal static class ActivationsChart
{
    /// <summary>The chart of some functions; one alone is blue, its derivative orange.</summary>
    public static GenericChart Of(ActivationCurves activations)
    {
        var curves = activations.Curves;
        var slope = curves.Count == 1 ? Palette.Gradient : null;
        return Sheet.Of(
            string.Join(", ", curves.Select(curve => curve.Name)),
            new Panel("x", "f(x)", [.. curves.Select((curve, index) =>
                Line($"{curve.Name}", Palette.Kind(index), index, curve.Inputs, curve.Values))]),
            new Panel("x", "f′(x)", [.. curves.Select((curve, index) =>
                Line($"{curve.Name}′", slope ?? Palette.Kind(index), index, curve.Inputs, curve.Derivatives))]));
    }

    private static Trace2D Line(string name, string colour, int index, IEnumerable<double> x, IEnumerable<double> y) =>
        Traces.Line(name, colour, x, y).With("legendgroup", $"function {index}");
}
