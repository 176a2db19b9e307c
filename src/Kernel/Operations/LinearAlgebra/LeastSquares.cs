using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A⁺·B: the shortest X for which A·X is closest to B, leading axes broadcast. Its derivative is that of the
/// pseudoinverse.
/// </summary>
internal sealed class LeastSquares(Tolerance tolerance) : Operation
{
    public override string Name => "linalg.lstsq";

    public override Notation Notation { get; } = new("lstsq", "{0}⁺·{1}", "{0}^{{+}}{1}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (left, right) = MatrixPairs.Broadcast(Name, operands[0], operands[1]);
        return right.Map(left.Columns, right.Columns, (matrix, i) =>
            TruncatedSvd.Of(Name, left, i, left[i], hermitian: false, tolerance).Solve(matrix));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var pseudoinverse = Pseudoinverse(kept);
        return operand == 1
            ? pseudoinverse.MT.MatMul(gradient)
            : Operations.Pseudoinverse.Pull(kept[0], pseudoinverse, gradient.MatMul(kept[1].MT));
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 1
        ? Apply(kept[0], tangent)
        : Operations.Pseudoinverse.Push(kept[0], Pseudoinverse(kept), tangent).MatMul(kept[1]);

    private Tensor Pseudoinverse(in Kept kept) => new Pseudoinverse(tolerance, hermitian: false).Apply(kept[0]);
}
