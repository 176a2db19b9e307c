using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log Σ eˣ without overflow; its derivative is softmax.</summary>
internal sealed class LogSumExp(Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "logsumexp";

    public override Notation Notation { get; } =
        new("log Σ exp", "log Σ exp({0})", "\\log \\sum e^{{{0}}}", "exp({0} − {y})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        var greatest = Axes.Reduce<Greatest>(x, Axes.Reduced(x.Shape));

        // Less the greatest no exponential overflows; an infinite one would only make NaN of itself.
        var shift = greatest.MaskedFill(!greatest.IsFinite(), 0);
        return Axes.Reduce<Sum.Kernel>((x - shift).Exp(), Result).Log() + shift.Reshape(Result);
    }

    // Softmax. The result only guards against overflow here: far from 0 it is too coarse to stand for the sum. Where it
    // is infinite, so is an element, and only that has no derivative.
    private protected override Tensor Slope(in Kept kept)
    {
        var y = StandingOutput(kept).Detach();
        var exponentials = (kept[0] - y).Exp();
        return exponentials / exponentials.SumTo(Axes.Reduced(exponentials.Shape)).MaskedFill(y.IsInf(), 1);
    }
}
