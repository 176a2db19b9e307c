using NotebookGrad.Exploration;

namespace NotebookGrad.Charts;

/// <summary>Losses over learning rates.</summary>
internal static class RatesChart
{
    /// <summary>The chart of a range test.</summary>
    public static GenericChart Of(LearningRateRange range) => Sheet.Of(
        "learning-rate range test",
        new Panel("learning rate", "loss",
        [
            Traces.Line("loss", Palette.Mute, range.Rates, range.Losses).With("opacity", 0.5),
            Traces.Line("smoothed", Palette.Forward, range.Rates, range.Smoothed),
            .. Mark("suggested", Palette.Gradient, range, range.SuggestedRate),
            .. Mark("least loss", Palette.Mute, range, range.BestRate),
        ])
        {
            XScale = AxisScale.Log,
            YScale = Numbers.ScaleOf(range.Losses),
            Height = 320,
        });

    private static IEnumerable<Trace2D> Mark(string name, string colour, LearningRateRange range, double? rate) =>
        rate is { } known
            ? [Traces.Marks(name, colour, "diamond", new[] { known }, [range.Smoothed[range.Rates.ToList().IndexOf(known)]])]
            : [];
}
