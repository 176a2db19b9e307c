using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The mean over rows of −log softmax(logits)[label]; derivative (softmax(logits) − onehot(label))/n. Logits are
/// [n, classes] with labels int64 [n], or [classes] with a label []; labels have no derivative.
/// </summary>
internal sealed class CrossEntropy : Operation
{
    public static readonly CrossEntropy Instance = new();

    public override string Name => "cross_entropy";

    public override Notation Notation { get; } = new(
        "cross-entropy",
        "−mean(log softmax({0})[{1}])",
        "-\\overline{{\\log \\operatorname{{softmax}}({0})_{{{1}}}}}",
        "(softmax({0}) − onehot({1}))/n");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        -Rows(operands[0].Detach()).LogSoftmax(1).Gather(1, Column(operands[1])).Mean();

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Slope(kept) * gradient;

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => (Slope(kept) * tangent).Sum();

    private static Tensor Slope(in Kept kept)
    {
        var logits = Rows(kept[0]);
        var ones = Tensor.Full([logits.Shape[0], 1], 1, dtype: logits.DType, device: logits.Device);
        var oneHot = new ScatterAdd(1, Column(kept[1]), logits.Shape).Apply(ones);
        return ((logits.Softmax(1) - oneHot) / logits.Shape[0]).Reshape(kept.ShapeOf(0));
    }

    private static Tensor Rows(Tensor logits) => logits.Shape.Rank == 1 ? logits.Reshape(1, -1) : logits;

    private static Tensor Column(Tensor labels) => labels.Reshape(-1, 1);
}
