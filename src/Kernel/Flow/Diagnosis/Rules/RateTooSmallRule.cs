using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Steps too short to get anywhere.</summary>
internal sealed class RateTooSmallRule : FlowRule
{
    private const double Healthy = 1e-3;
    private const double Short = 1e-4;
    private const double Worthwhile = 1e-4;
    private const double Fallen = 0.02;
    private const int Least = 10;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.RateTooSmall;

    /// <inheritdoc/>
    public override string Criterion =>
        $"Over {Least} steps and more none moved weights by {Words.Number(Short)} of their length, a tenth of what is "
            + $"healthy, and the loss has not fallen by {Words.Percent(Fallen)} and beyond its noise, although steps "
            + $"of {Words.Number(Healthy)} along these gradients would take {Words.Percent(100 * Worthwhile)} of it "
            + "away every hundred steps. Rates that still rise, as in warm-up, are not meant, nor steps that are short "
            + "because gradients vanish, nor networks that have been fitted before: " + FlowReading.FittedCriterion;

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var updates = reading.Updates.Where(update => !double.IsNaN(update)).ToArray();
        var (loss, moment) = (reading.Loss, reading.Moments[^1]);
        if (loss.Count == 0 || reading.Flow.Steps < Least || updates.Length < 2
            || !(updates.Max() < Short) || HasFallen(loss) || IsRising(reading) || reading.IsFitted
            || before.Any(finding => finding.Disease == FlowDisease.Vanishing))
        {
            return null;
        }

        // To first order a step of this part of each weight's length takes ‖∂L/∂w‖ · ‖w‖ · part from the loss.
        var gain = Healthy * moment.Parameters.Where(one => one.Gradient is not null)
            .Sum(one => one.Gradient!.Norm * one.Weights.Norm) / Math.Abs(loss.Last);
        if (!(gain >= Worthwhile))
        {
            return null;
        }

        var times = Math.Pow(10, Math.Round(Math.Log10(Healthy / Math.Max(updates.Median(), 1e-12))));
        return Finding(
            reading.Flow.Model,
            reading.Moments[0].FirstStep,
            $"A step moves weights by {Words.Number(updates.Median())} of their length in the median, where "
                + $"{Words.Number(Healthy)} is healthy; in {reading.Flow.Steps:N0} steps the loss went from "
                + $"{Words.Number(loss.First)} to {Words.Number(loss.Last)}.",
            "A step along −g lowers the loss by about η·‖g‖², with g = ∂L/∂w = ∂L/∂y · ∂y/∂w: the gradient is there, "
                + $"of norm {Words.Number(moment.GradientNorm)}, and η leaves nothing of it. Steps of "
                + $"{Words.Number(Healthy)} would take {Words.Number(gain)} of the loss each.",
            $"a rate about {Words.Number(times)} times larger; a range test finds it",
            "Adam, whose steps do not depend on the gradient's size");
    }

    private static bool HasFallen(LossCourse loss) =>
        loss.First - loss.Last >= Math.Max(Fallen * Math.Abs(loss.First), 3 * loss.Noise) && !loss.IsFlat;

    private static bool IsRising(FlowReading reading)
    {
        double[] later =
        [
            .. from pair in reading.Moments.Zip(reading.Updates)
               where pair.First.FirstStep >= reading.Flow.Steps / 2 && !double.IsNaN(pair.Second)
               select pair.Second,
        ];
        return later.Length > 1 && later[^1] > 1.5 * later[0];
    }
}
