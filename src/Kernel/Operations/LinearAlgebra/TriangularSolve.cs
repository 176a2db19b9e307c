using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// X in A·X = B for triangular matrices, leading axes broadcast; the other triangle of A is not read.
/// </summary>
internal sealed class TriangularSolve(bool upper, bool unitriangular) : Operation
{
    public override string Name => "linalg.solve_triangular";

    public override Notation Notation { get; } = new("solve", "{0}⁻¹·{1}", "{0}^{{-1}}{1}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (left, right) = MatrixPairs.Broadcast(Name, operands[0], operands[1]);
        return right.Map(right.Rows, right.Columns, (matrix, i) => Substitute(left[i], matrix));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Output : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var pulled = new TriangularSolve(!upper, unitriangular).Apply(kept[0].MT, gradient);
        return operand == 1 ? pulled : Triangle(-pulled.MatMul(kept.Output.MT));
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        Apply(kept[0], operand == 1 ? tangent : -Triangle(tangent).MatMul(kept.Output));

    // What of A is read.
    private Tensor Triangle(Tensor x) => upper ? x.Triu(unitriangular ? 1 : 0) : x.Tril(unitriangular ? -1 : 0);

    private double[,] Substitute(double[,] a, double[,] x)
    {
        var n = a.GetLength(0);
        for (var step = 0; step < n; step++)
        {
            var row = upper ? n - 1 - step : step;
            var (first, end) = upper ? (row + 1, n) : (0, row);
            for (var column = 0; column < x.GetLength(1); column++)
            {
                var sum = x[row, column];
                for (var k = first; k < end; k++)
                {
                    sum -= a[row, k] * x[k, column];
                }

                x[row, column] = unitriangular ? sum : sum / a[row, row];
            }
        }

        return x;
    }
}
