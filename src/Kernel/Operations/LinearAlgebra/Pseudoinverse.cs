using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The Moore–Penrose inverse; singular values up to a tolerance count as zero. Derivative by G. Golub and V. Pereyra,
/// "The differentiation of pseudo-inverses", 1973, for a rank that does not change.
/// </summary>
internal sealed class Pseudoinverse(Tolerance tolerance, bool hermitian) : Operation
{
    public override string Name => "linalg.pinv";

    public override Notation Notation { get; } = new("(·)⁺", "{0}⁺", "{0}^{{+}}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Columns, batch.Rows, (matrix, i) =>
            TruncatedSvd.Of(Name, batch, i, matrix, hermitian, tolerance).Pseudoinverse());
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Pull(kept[0], kept.Output, gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Push(kept[0], kept.Output, tangent);

    /// <summary>The gradient by A, given A, its pseudoinverse and the gradient by that.</summary>
    internal static Tensor Pull(Tensor a, Tensor p, Tensor gradient)
    {
        var g = gradient.MT;
        return (g - a.MatMul(p.MatMul(g))).MatMul(p).MatMul(p.MT)
            + p.MT.MatMul(p).MatMul(g - g.MatMul(p).MatMul(a))
            - p.MT.MatMul(gradient).MatMul(p.MT);
    }

    /// <summary>The tangent of the pseudoinverse, given A, it, and the tangent of A.</summary>
    internal static Tensor Push(Tensor a, Tensor p, Tensor tangent)
    {
        var t = tangent.MT;
        return p.MatMul(p.MT).MatMul(t - t.MatMul(a).MatMul(p))
            + (t - p.MatMul(a.MatMul(t))).MatMul(p.MT).MatMul(p)
            - p.MatMul(tangent).MatMul(p);
    }
}
