using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Gradients that pile up over steps.</summary>
internal sealed class ForgottenZeroGradRule : FlowRule
{
    // Once may be wanted; as a habit it is not.
    private const double Habit = 0.5;
    private const int Least = 2;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.ForgottenZeroGrad;

    /// <inheritdoc/>
    public override string Criterion =>
        $"In {Words.Percent(Habit)} of the passes after the first step, and in {Least} at least, `.Grad` still held "
        + "what a step had used already. Passes that are added up on purpose before one step do not count.";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        FlowMoment[] later = [.. reading.Moments.Skip(1)];
        FlowMoment[] piled = [.. later.Where(moment => moment.Accumulated)];
        if (piled.Length < Least || piled.Length < Habit * later.Length)
        {
            return null;
        }

        return Finding(
            reading.Flow.Model,
            piled[0].FirstStep,
            $"In {piled.Length} of {later.Length} passes after the first step, .Grad still held the gradients of "
                + $"earlier steps; its norm was {Words.Number(reading.Moments[0].GradientNorm)} at first and "
                + $"{Words.Number(later[^1].GradientNorm)} at last.",
            "Backward adds to .Grad: at step k it holds ∂L₁/∂w + … + ∂L_k/∂w, with ∂L_k/∂w = ∂L_k/∂y · ∂y/∂w for the "
                + "last batch only as its last term. Each step goes on along all former directions, as with a "
                + "momentum of 1, so that the loss swings or grows.",
            "call optimizer.ZeroGrad() before each Backward()",
            "where several batches are to make one step, call it after each Step() and divide the loss by their "
                + "number");
    }
}
