using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Sigmoids and hyperbolic tangents at the flat ends of their curves.</summary>
internal sealed class SaturationRule : FlowRule
{
    // Glorot and Bengio (2010) see saturation as what stops deep sigmoid networks.
    private const double Most = 0.5;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.Saturation;

    /// <inheritdoc/>
    public override string Criterion =>
        $"{Words.Percent(Most)} of a layer's elements at least lie where the function's derivative is below a "
            + "twentieth of its largest: from the start, or later in a network whose loss has not fallen by half. "
            + "What comes last is not meant: a prediction may be certain. Glorot and Bengio (2010).";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var sick = (
            from number in Enumerable.Range(0, reading.Flow.Activations.Count)
            where IsHidden(reading.Flow, number)
            let early = FlowReading.Share([reading.Moments[0]], number, one => one.Saturated)
            let late = FlowReading.Share(reading.Recent, number, one => one.Saturated)
            where early >= Most || (late >= Most && !reading.Loss.HasLearned)
            select (Number: number, Start: early, Now: late)).ToArray();
        if (sick.Length == 0)
        {
            return null;
        }

        var (worst, start, now) = sick.MaxBy(one => Math.Max(one.Start, one.Now));
        var activation = reading.Flow.Activations[worst];
        var first = reading.Moments.First(moment => FlowReading.At(moment, worst)?.Saturated >= Most);
        var isHeavy = WeightScale.Of(reading).Any(scale => scale.IsTooLarge && scale.Parameter == activation.Parameter);
        var (slope, largest) = activation.Operation == "tanh"
            ? ("tanh′(x) = 1 − tanh²x", "1 at x = 0 and below 0.05 from |x| = 2.2")
            : ("σ′(x) = σ(x)·(1 − σ(x))", "0.25 at x = 0 and below 0.0125 from |x| = 4.4");
        return Finding(
            activation.Name,
            first.FirstStep,
            $"{Words.Percent(start)} of its elements were at the flat ends of the curve at step "
                + $"{reading.Moments[0].FirstStep:N0}, {Words.Percent(now)} are at "
                + $"last{Words.More(sick.Length - 1)}.",
            $"Every gradient below has the factor {slope}, which is {largest} on, in ∂L/∂w = ∂L/∂y · "
                + $"{slope[..slope.IndexOf(' ')]} · ∂x/∂w. Almost nothing is left of the gradient for what comes "
                + "before, and the weights that made x so large hardly change any more.",
            Remedies(start < Most, isHeavy));
    }

    private static string[] Remedies(bool isLate, bool isHeavy)
    {
        const string Weights = "smaller first weights: XavierUniform_";
        const string Inputs = "inputs of mean 0 and variance 1";
        string[] causes = isLate ? ["a smaller learning rate", Inputs] : isHeavy ? [Weights, Inputs] : [Inputs, Weights];
        return [.. causes, "BatchNorm1d or LayerNorm before the function", "ReLU or GELU in its place"];
    }

    // A function with weights behind it. What comes last may be certain.
    private static bool IsHidden(FlowSnapshot flow, int activation) =>
        flow.Activations.Skip(activation + 1).Any(later =>
            later.Parameter >= 0 && later.Parameter != flow.Activations[activation].Parameter);
}
