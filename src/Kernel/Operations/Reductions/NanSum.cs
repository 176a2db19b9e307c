using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The sum of the elements that are numbers; those that are NaN get no gradient.</summary>
internal sealed class NanSum(Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "nansum";

    public override Notation Notation { get; } = new("Σ", "Σ {0} (no NaN)", "\\sum {0}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        return Axes.Reduce<Sum.Kernel>(x.MaskedFill(x.IsNaN(), 0), Result);
    }

    internal override Keep Keeps(int operand) => Keep.Operand0;

    private protected override Tensor Slope(in Kept kept) => (!kept[0].IsNaN()).To(kept.DTypeOf(0));
}
