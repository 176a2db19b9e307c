using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Units that give zero whatever goes in.</summary>
internal sealed class DeadReluRule : FlowRule
{
    private const double Half = 0.6;
    private const double Most = 0.8;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.DeadRelu;

    /// <inheritdoc/>
    public override string Criterion =>
        $"{Words.Percent(Half)} of a layer's units at least give 0 for every input of the last passes, in a network "
            + $"whose loss has not fallen by half; in one that learns {Words.Percent(Most)}, because it can spare "
            + "some. Zeros for some inputs are what a ReLU is for, and do not count.";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var threshold = reading.Loss.HasLearned ? Most : Half;
        var sick = (
            from number in Enumerable.Range(0, reading.Flow.Activations.Count)
            let share = FlowReading.Share(reading.Recent, number, one => one.Dead)
            where share >= threshold
            select (Number: number, Now: share)).ToArray();
        if (sick.Length == 0)
        {
            return null;
        }

        var (worst, now) = sick.MaxBy(one => one.Now);
        var start = FlowReading.Share([reading.Moments[0]], worst, one => one.Dead);
        var first = reading.Moments.First(moment => FlowReading.At(moment, worst)?.Dead >= threshold);
        var units = reading.Flow.Activations[worst].Shape;
        return Finding(
            reading.Flow.Activations[worst].Name,
            first.FirstStep,
            $"{Words.Percent(now)} of its units (of {units}) are 0 for every input, and {Words.Percent(start)} were at step "
                + $"{reading.Moments[0].FirstStep:N0}{Words.More(sick.Length - 1)}.",
            "ReLU′(x) is 1 for x > 0 and 0 elsewhere, so that ∂L/∂w = ∂L/∂y · ReLU′(x) · ∂x/∂w is exactly 0 for a "
                + "unit whose x is below 0 for all inputs. Its weights get no gradient, so that nothing ever brings "
                + "it back.",
            start >= Half
                ? "biases that begin at 0 and weights from KaimingNormal_, so that x is above 0 for half of the inputs"
                : "a smaller learning rate, or warm-up: one long step has pushed x below 0 for good",
            "LeakyRelu, GELU or ELU, which have a slope there, too",
            "BatchNorm1d before the function, which centres x");
    }
}
