using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>NaN or ∞, with the operation that it came from.</summary>
internal sealed class NotFiniteRule : FlowRule
{
    private const string Spreads =
        "In ∂L/∂w = ∂L/∂y · ∂y/∂x · ∂x/∂w one factor that is NaN or ∞ makes the product so, whatever the others are. "
        + "The step then writes it into all weights below, and it never goes away.";

    private const string Next = "One factor that is not finite makes the whole product so, and the step writes it "
        + "into all weights below.";

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.NotFinite;

    /// <inheritdoc/>
    public override string Criterion =>
        "A loss, a gradient or a weight is NaN or ±∞. What has brought it about, if that was seen earlier, is told "
            + "first.";

    /// <summary>Where something that is not finite began, in a sentence.</summary>
    public static string Told(NotFiniteCause cause)
    {
        var line = cause.Line is null ? string.Empty : $" ({cause.Line})";
        var what = cause.NaNs > 0 ? $"{cause.NaNs:N0} NaN" : $"{cause.Infinities:N0} ∞";
        var given = string.Join(" and ", cause.Given.Select(operand =>
            $"{operand.Name ?? operand.Operation ?? "a number"} {operand.Shape} from "
            + $"{Words.Number(operand.Minimum)} to {Words.Number(operand.Maximum)}"));
        if (cause.Operation is NotFiniteCause.Parameter or NotFiniteCause.Constant)
        {
            var leaf = cause.Operation == NotFiniteCause.Parameter ? "a parameter" : "the data";
            var name = cause.Name is null ? string.Empty : $", {cause.Name},";
            return $"At step {cause.Step:N0} there was {what} in {leaf}{name} to begin with.";
        }

        return $"At step {cause.Step:N0} {cause.Operation} in {Words.Layer(cause.Place)}{line} was the first to give {what}"
            + (cause.InBackward ? ", in its gradient" : string.Empty)
            + (given.Length > 0 ? $", where it was given {given}." : ".");
    }

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        if (before.Any(finding => finding.Disease == FlowDisease.SoftmaxOverflow))
        {
            return null;
        }

        if (reading.Flow.Cause is { Operation.Length: > 0 } cause)
        {
            var (mechanism, remedies) = Explain(cause);
            return Finding(cause.Place, cause.Step, Told(cause), mechanism, remedies);
        }

        return (reading.Flow.Cause?.Step ?? reading.Moments.FirstOrDefault(IsSick)?.FirstStep) is { } step
            ? Finding(
                reading.Flow.Model,
                step,
                $"At step {step:N0} the loss, a gradient or a weight was NaN or ∞.",
                Spreads,
                "run a step under Autograd.DetectAnomaly(), which names the operation and its line",
                "look for NaN in the data")
            : null;
    }

    private static bool IsSick(FlowMoment moment) => double.IsInfinity(moment.GradientNorm)
        || double.IsInfinity(moment.Loss)
        || moment.Parameters.Any(one => one.Gradient is { IsFinite: false } || !one.Weights.IsFinite);

    private static (string Mechanism, string[] Remedies) Explain(NotFiniteCause cause) => cause.Operation switch
    {
        "log" or "log2" or "log10" or "xlogy" => (
            "log x is −∞ at 0 and NaN below, and ∂L/∂w = ∂L/∂y · 1/x · ∂x/∂w has the factor 1/x, which is ∞ there. "
                + Next,
            [
                "use CrossEntropy or BinaryCrossEntropyWithLogits on logits, or LogSoftmax, rather than the logarithm "
                    + "of a probability",
                "take the logarithm of x.Clamp(1e-6)",
            ]),
        "sqrt" or "rsqrt" or "norm" or "std" or "linalg_norm" => (
            "√x has the slope 1/(2√x), which is ∞ at 0, so that ∂L/∂w = ∂L/∂y · 1/(2√x) · ∂x/∂w is ∞, or NaN where "
                + "∞ meets a factor of 0. " + Next,
            ["take the root of x + 1e-8", "where the root itself is not needed, use the square"]),
        "div" or "reciprocal" => (
            "a/b has the slopes 1/b and −a/b², so that ∂L/∂w = ∂L/∂y · (−a/b²) · ∂b/∂w is ∞ or NaN where b is 0. "
                + Next,
            ["add something small to the divisor, such as 1e-8", "see why it is 0"]),
        "pow" => (
            "x^p has the slope p·x^(p−1), so that ∂L/∂w = ∂L/∂y · p·x^(p−1) · ∂x/∂w is ∞ at x = 0 for p below 1, and "
                + "NaN for x below 0. " + Next,
            ["take the power of x.Clamp(1e-6)", "use Square() or Sqrt() where they are meant"]),
        "exp" => (
            "e^x is ∞ in float32 from x = 88.7 on, and ∂L/∂w = ∂L/∂y · e^x · ∂x/∂w has the same factor. " + Next,
            [
                "use the function that is meant and does not overflow: Softplus, LogSigmoid, LogSumExp",
                "bound the exponent by x.Clamp(max: 20)",
            ]),
        NotFiniteCause.Constant => (
            Spreads,
            [
                "leave such rows out, or put a number in place of what is missing",
                "see whether what prepares the data divides by 0 or takes a logarithm of it",
            ]),
        _ => (
            Spreads,
            [
                "a smaller learning rate, or ClipGradNorm_ before the step, where numbers have grown over steps",
                "run a step under Autograd.DetectAnomaly(), which stops at the operation",
                "look for NaN in the data",
            ]),
    };
}
