using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// eˣ over its sum along an axis. Its Jacobian diag(y) − y·yᵀ is symmetric, so push and pull are one.
/// </summary>
internal sealed class Softmax(int axis) : Operation
{
    public override string Name => "softmax";

    public override Notation Notation { get; } = new("softmax", "softmax({0})", "\\operatorname{{softmax}}({0})")
    {
        Pullbacks = ["{y}·({g} − Σ {g}·{y})"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        y.Backend.Softmax(operands[0].View, axis, logarithm: false, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var y = kept.Output;
        return y * (gradient - (y * gradient).Sum(axis, keepDim: true));
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Pull(kept, operand, tangent);
}
