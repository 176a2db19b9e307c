using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The products up to each position along an axis.</summary>
internal sealed class CumulativeProduct(int axis) : Operation
{
    public override string Name => "cumprod";

    public override Notation Notation { get; } =
        new("cumprod", "cumprod({0})", "\\operatorname{{cumprod}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        y.Backend.Scan<Product.Kernel>(operands[0].View, axis, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Output;

    // From yᵢ = xᵢ·yᵢ₋₁ follows the tangent uᵢ = tᵢ·yᵢ₋₁ + xᵢ·uᵢ₋₁, and its transpose runs backward.
    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        Recurrence.Solve(kept[0], tangent * Before(kept), axis);

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var factors = ConstantPad.Delay(kept[0].Flip(axis), axis, 0);
        return Recurrence.Solve(factors, gradient.Flip(axis), axis).Flip(axis) * Before(kept);
    }

    private Tensor Before(in Kept kept) => ConstantPad.Delay(kept.Output, axis, 1);
}
