using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>An exponential out of its numbers' range, in a softmax or its logarithm written by hand.</summary>
internal sealed class SoftmaxOverflowRule : FlowRule
{
    private static readonly string[] Sums = ["sum", "div", "mean"];

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.SoftmaxOverflow;

    /// <inheritdoc/>
    public override string Criterion =>
        "The first NaN or ∞ came from an `exp` that is summed or divided, or from dividing exponentials.";

    /// <summary>Whether something that is not finite began in a softmax written by hand.</summary>
    public static bool IsCause(NotFiniteCause cause) => cause.Operation switch
    {
        "exp" => cause.Uses.Any(Sums.Contains),
        "div" => cause.Given.Any(operand => operand.Operation == "exp"),
        _ => false,
    };

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before) =>
        reading.Flow.Cause is { } cause && IsCause(cause)
            ? Finding(
                cause.Place,
                cause.Step,
                NotFiniteRule.Told(cause),
                "e^z is ∞ in float32 from z = 88.7 on and 0 below −104, so that pᵢ = e^(zᵢ)/Σⱼe^(zⱼ) becomes ∞/∞ or "
                    + "0/0, which is NaN. Every gradient below has the factor ∂pᵢ/∂zⱼ = pᵢ·([i = j] − pⱼ), so that "
                    + "∂L/∂w = ∂L/∂p · ∂p/∂z · ∂z/∂w is NaN, too, and one step makes NaN of all weights.",
                "use CrossEntropy on the logits, or Softmax or LogSoftmax, which take the largest logit away first",
                "by hand, subtract z.Max along the axis before Exp()",
                "see why logits are so large: inputs that are not normalised, first weights, the learning rate")
            : null;
}
