using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A loss that does not move although steps are made, and nothing else explains it.</summary>
internal sealed class PlateauRule : FlowRule
{
    private const int Least = 50;
    private const double Fallen = 0.25;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.Plateau;

    /// <inheritdoc/>
    public override string Criterion =>
        $"After {Least} steps and more the loss has fallen by less than {Words.Percent(Fallen)}, has not moved beyond "
            + "its noise in the second half, and no other rule explains it. Networks that have been fitted before they "
            + "were watched are not meant: " + FlowReading.FittedCriterion;

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var (loss, moment) = (reading.Loss, reading.Moments[^1]);
        if (loss.Count == 0 || reading.Flow.Steps < Least || loss.Fall >= Fallen || !loss.IsFlat || reading.IsFitted
            || before.Any(finding => finding.Disease != FlowDisease.UnusedParameter))
        {
            return null;
        }

        return Finding(
            reading.Flow.Model,
            reading.Moments[reading.Moments.Count / 2].FirstStep,
            $"In {reading.Flow.Steps:N0} steps the loss went from {Words.Number(loss.First)} to "
                + $"{Words.Number(loss.Last)}, with a noise of {Words.Number(loss.Noise)}, and does not move any "
                + $"more; the gradients' norm is {Words.Number(moment.GradientNorm)}, and steps move weights by "
                + $"{Words.Number(reading.Updates.Median())} of their length.",
            "The gradient is a mean over examples, ∂L/∂w = 1/n · Σᵢ ∂Lᵢ/∂yᵢ · ∂yᵢ/∂w: where the terms cancel it is "
                + "noise around 0, although each is large. That is so at saddles, between units that are all alike, "
                + "and where the inputs do not tell the targets, so that the best is one answer to all.",
            "look at the data: do inputs and targets belong together, are they shuffled alike, can a few examples be "
                + "learned by heart?",
            "first weights that differ from unit to unit",
            "a larger network, or another form of the inputs",
            "momentum or Adam, and a rate that falls over time");
    }
}
