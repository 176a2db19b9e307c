using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// X in A·X = B for square matrices, leading axes broadcast. A·dX = dB − dA·X (M. Giles, "Collected matrix derivative
/// results", 2008).
/// </summary>
internal sealed class Solve : Operation
{
    public static readonly Solve Instance = new();

    public override string Name => "linalg.solve";

    public override Notation Notation { get; } = new("solve", "{0}⁻¹·{1}", "{0}^{{-1}}{1}")
    {
        Pullbacks = ["−{0}⁻ᵀ·{g}·{y}ᵀ", "{0}⁻ᵀ·{g}"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (left, right) = MatrixPairs.Broadcast(Name, operands[0], operands[1]);
        return right.Map(right.Rows, right.Columns, (matrix, i) => new LuFactors(left[i])
            .Regular(Name, left, i, "use Linalg.Lstsq for the best approximation").Solve(matrix));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Output : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var pulled = Instance.Apply(kept[0].MT, gradient);
        return operand == 1 ? pulled : -pulled.MatMul(kept.Output.MT);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        Instance.Apply(kept[0], operand == 1 ? tangent : -tangent.MatMul(kept.Output));
}
