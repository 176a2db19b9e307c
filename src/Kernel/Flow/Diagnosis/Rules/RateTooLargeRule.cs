using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Steps that overshoot.</summary>
internal sealed class RateTooLargeRule : FlowRule
{
    private const double Rise = 1.2;
    private const double Spike = 3;
    private const double Opposed = -0.3;
    private const double Healthy = 1e-3;
    private const double Moves = 10 * Healthy;
    private const double Long = 0.1;
    private const double Throw = 1;
    private const int Least = 5;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.RateTooLarge;

    /// <inheritdoc/>
    public override string Criterion =>
        $"The loss stays above {Rise} times the first one, beyond its noise; or has been {Spike} times the first one, "
            + $"or {Rise} times where a step moved weights by all of their length, and has not come down to half of "
            + $"it; or has not fallen by a tenth while steps move weights by {Words.Percent(Moves)} of their length "
            + $"and successive gradients oppose each other (cosine below {Opposed}), or while steps move weights by "
            + $"{Words.Percent(Long)} of their length; or became NaN after a step that moved them by all of it. "
            + "Healthy steps move them by about 0.1%.";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var (loss, update) = (reading.Loss, reading.Updates.Median());
        var largestUpdate = reading.Updates.Quantile(1);
        var cosine = reading.Moments.Select(moment => moment.Cosine).Median();
        if (loss.Count == 0 || !(largestUpdate >= Healthy))
        {
            return null;
        }

        // By their length, steps along weights that are next to nothing are always long.
        var isSmall = before.Any(finding => finding.Disease == FlowDisease.Initialisation);
        var ends = loss.Lowest > Math.Max(Rise * loss.First, loss.First + loss.Noise);
        var spikes = !loss.HasLearned
            && ((loss.Spikes(Spike) && largestUpdate >= Long / 2)
                || (loss.Spikes(Rise) && largestUpdate >= Throw && !isSmall));
        var overshoots = cosine < Opposed && (update >= Moves || largestUpdate >= Long);
        var swings = loss.Count >= Least && loss.Fall < 0.1 && (overshoots || (update >= Long && !isSmall));
        var thrown = reading.Moments.Any(moment => !double.IsFinite(moment.Loss))
            && reading.Updates.Any(one => one is >= Throw and < double.PositiveInfinity);
        if (loss.First <= 0 || !(ends || spikes || swings || thrown))
        {
            return null;
        }

        var (layer, largest) = Largest(reading);
        var first = reading.Moments.Zip(reading.Moments.Skip(1))
            .Where(pair => !(pair.Second.Loss <= Rise * loss.First))
            .Select(pair => pair.First)
            .FirstOrDefault(reading.Moments[0]);
        return Finding(
            layer,
            first.FirstStep,
            $"The loss was {Words.Number(loss.First)} at first, {Words.Number(loss.Highest)} at most and "
                + $"{Words.Number(loss.Last)} towards the end; a step moves weights by {Words.Number(update)} of their length "
                + $"in the median and by {Words.Number(largest)} at most, here"
                + (double.IsNaN(cosine) ? "." : $", and successive gradients have a cosine of {Words.Number(cosine)}."),
            "A step changes the loss by −η·‖g‖² + ½·η²·gᵀHg, with g = ∂L/∂w = ∂L/∂y · ∂y/∂w the gradient and H the "
                + "curvature: along a direction of curvature λ it overshoots the minimum from η = 1/λ on and climbs "
                + "from η = 2/λ on. The gradient is true for small steps only; these are not small.",
            "a rate ten times smaller; a range test finds it",
            "warm-up, where only the first steps are too long",
            "GradientClipping.ClipGradNorm_, where a few batches make the long steps",
            "BatchNorm1d or LayerNorm, which allow larger rates");
    }

    private static (string Layer, double Update) Largest(FlowReading reading) =>
        reading.Moments.SelectMany(moment => moment.Parameters.Zip(reading.Flow.Parameters))
            .Where(pair => pair.Second.IsWeight && double.IsFinite(pair.First.UpdateRatio))
            .Select(pair => (pair.Second.Layer, pair.First.UpdateRatio))
            .DefaultIfEmpty((reading.Flow.Model, double.NaN))
            .MaxBy(pair => pair.Item2);
}
