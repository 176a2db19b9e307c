using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The mean of (prediction − target)²; derivatives ±2(prediction − target)/n.</summary>
internal sealed class MseLoss : Operation
{
    public static readonly MseLoss Instance = new();

    public override string Name => "mse_loss";

    public override Notation Notation { get; } = new(
        "MSE", "mean(({0} − {1})²)", "\\overline{{({0} - {1})^2}}", "2·({0} − {1})/n", "−2·({0} − {1})/n");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var difference = operands[0].Detach() - operands[1].Detach();
        Binary<Mul>.ApplyInPlace(difference, difference);
        return difference.Mean();
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Slope(kept, operand) * gradient;

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => (Slope(kept, operand) * tangent).Sum();

    private static Tensor Slope(in Kept kept, int operand) =>
        (kept[0] - kept[1]) * ((operand == 0 ? 2.0 : -2.0) / kept.ShapeOf(0).Count);
}
