using NotebookGrad.Exploration;

namespace NotebookGrad.Views;

/// <summary>What is to be drawn and told of a range of learning rates.</summary>
internal sealed class RangeReading
{
    private const int MostTicks = 8;

    private readonly LearningRateRange range;

    public RangeReading(LearningRateRange range)
    {
        this.range = range;
        Rates = CurveAxis.Logarithmic(range.Rates, MostTicks);

        // The step at which the loss diverges would leave no room for the others.
        Losses = CurveAxis.Rounded(range.Smoothed.SkipLast(range.Diverged ? 1 : 0), MostTicks - 1);
    }

    /// <summary>The axis of the rates.</summary>
    public CurveAxis Rates { get; }

    /// <summary>The axis of the losses, from the least to the greatest average.</summary>
    public CurveAxis Losses { get; }

    /// <summary>The rate to begin with, where there is one.</summary>
    public double? Suggested => range.SuggestedRate is { } rate && Rates.Holds(rate) ? rate : null;

    /// <summary>The average there.</summary>
    public double LossAtSuggested => range.Smoothed[range.Rates.ToList().IndexOf(range.SuggestedRate ?? 0)];

    /// <summary>The rate of the least average, where there is one, and that average.</summary>
    public (double Rate, double Loss)? Best => range.BestRate is { } rate && Rates.Holds(rate)
        ? (rate, range.BestLoss)
        : null;

    /// <summary>The rate at which the loss was so much worse that the test ended.</summary>
    public double? DivergedAt =>
        range is { Diverged: true, Rates: [.., var last] } && Rates.Holds(last) ? last : null;

    /// <summary>The header: <c>71 steps from 1e-6 to 1.2</c>.</summary>
    public string Summary => range.Rates.Count == 0 ? "no steps"
        : $"{NumberText.Count(range.Rates.Count, "step")} from {Rate(range.Rates[0])} to {Rate(range.Rates[^1])}";

    /// <summary>What was found, in lines.</summary>
    public IEnumerable<string> Findings
    {
        get
        {
            yield return Suggested is { } rate
                ? $"suggested learning rate: {Rate(rate)}, where the loss falls fastest"
                : "no suggestion: the loss does not fall; look for an error in the step, or try another range";
            if (Best is { } best)
            {
                yield return $"least loss: {NumberText.Of(best.Loss)} at {Rate(best.Rate)}, as an average of steps";
            }

            if (range.Rates.Count > 0)
            {
                yield return DivergedAt is { } end
                    ? $"diverges: at {Rate(end)} the loss is {NumberText.Of(range.Losses[^1])}"
                    : $"does not diverge up to {Rate(range.Rates[^1])}";
            }
        }
    }

    /// <summary>The averages, in runs that have a place on the axes.</summary>
    public IEnumerable<IReadOnlyList<(double Rate, double Loss)>> Averages => Runs(range.Smoothed);

    /// <summary>The losses of the steps, in runs that have a place on the axes.</summary>
    public IEnumerable<IReadOnlyList<(double Rate, double Loss)>> Steps => Runs(range.Losses);

    /// <summary>The same over the logarithm of the rate, for a terminal.</summary>
    public CurveReading Curve => new(
        new Curve(
            "loss", "log₁₀ of the rate", ("average", Bounded(range.Smoothed)), ("each step", Bounded(range.Losses)))
        {
            Start = range.Rates.Count > 0 ? Math.Log10(range.Rates[0]) : 0,
            Step = range.Rates.Count > 1 ? Math.Log10(range.Rates[1] / range.Rates[0]) : 1,
        },
        MostTicks);

    /// <summary>A rate in three digits.</summary>
    public static string Rate(double rate) => NumberText.Short(rate);

    private double[] Bounded(IReadOnlyList<double> losses) => [.. losses.Select(Bounded)];

    // What is far beyond the averages would leave no room for them.
    private double Bounded(double loss) =>
        Losses.Holds(loss) && loss >= Losses.Ticks[0] && loss <= Losses.Ticks[^1] ? loss : double.NaN;

    private List<IReadOnlyList<(double Rate, double Loss)>> Runs(IReadOnlyList<double> losses)
    {
        var runs = new List<IReadOnlyList<(double, double)>>();
        var run = new List<(double, double)>();
        for (var i = 0; i <= losses.Count; i++)
        {
            if (i < losses.Count && Rates.Holds(range.Rates[i]) && double.IsFinite(Bounded(losses[i])))
            {
                run.Add((range.Rates[i], losses[i]));
            }
            else if (run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
        }

        return runs;
    }
}
