using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The inverse of square matrices. dA⁻¹ = −A⁻¹·dA·A⁻¹ (M. Giles, "Collected matrix derivative results", 2008).
/// </summary>
/// <param name="mayBeSingular">Whether a singular matrix gives infinities instead of an error.</param>
internal sealed class Inverse(bool mayBeSingular = false) : Operation
{
    public override string Name => "linalg.inv";

    public override Notation Notation { get; } = new("(·)⁻¹", "{0}⁻¹", "{0}^{{-1}}")
    {
        Pullbacks = ["−{y}ᵀ·{g}·{y}ᵀ"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Rows, batch.Rows, (matrix, i) =>
        {
            var factors = new LuFactors(matrix);
            return mayBeSingular
                ? factors.Inverse()
                : factors.Regular(Name, batch, i, "use Linalg.Pinv for a pseudoinverse").Inverse();
        });
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var transposed = kept.Output.MT;
        return -transposed.MatMul(gradient).MatMul(transposed);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        -kept.Output.MatMul(tangent).MatMul(kept.Output);
}
