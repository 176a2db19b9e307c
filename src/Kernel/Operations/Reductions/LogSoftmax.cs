using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The logarithm of softmax along an axis, without overflow; its Jacobian is I − 1·softmaxᵀ.</summary>
internal sealed class LogSoftmax(int axis) : Operation
{
    public override string Name => "log_softmax";

    public override Notation Notation { get; } =
        new("log softmax", "log softmax({0})", "\\log \\operatorname{{softmax}}({0})")
    {
        Pullbacks = ["{g} − e^{y}·Σ {g}"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        y.Backend.Softmax(operands[0].View, axis, logarithm: true, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        gradient - (kept.Output.Exp() * gradient.Sum(axis, keepDim: true));

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        tangent - (kept.Output.Exp() * tangent).Sum(axis, keepDim: true);
}
