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
            .. At("suggested", Palette.Gradient, range, range.SuggestedRate),
            .. At("least loss", Palette.Mute, range, range.BestRate),
        ])
        {
            XScale = AxisScale.Log,
            YScale = Numbers.ScaleOf(range.Losses),
            Height = 320,
        });

    /// <summary>A mark on the smoothed losses; none where there is no such rate.</summary>
    private static IEnumerable<Trace2D> At(string name, string colour, LearningRateRange range, double? rate) =>
        range.Rates.Zip(range.Smoothed)
            .Where(place => place.First == rate)
            .Take(1)
            .Select(place => Traces.Marks(name, colour, "diamond", new[] { place.First }, [place.Second]));
}
