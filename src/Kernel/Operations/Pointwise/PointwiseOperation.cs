namespace NotebookGrad.Operations;

/// <summary>
/// A pointwise operation: its Jacobian by each operand is diagonal, so that tangents are pushed and gradients pulled
/// alike.
/// </summary>
internal abstract class PointwiseOperation : Operation
{
    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Scale(gradient, kept, operand);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Scale(tangent, kept, operand);

    /// <summary>t times the derivative by one operand.</summary>
    private protected abstract Tensor Scale(Tensor t, in Kept kept, int operand);

    /// <summary>The operation on three operands in the dtype where they meet.</summary>
    private protected Tensor ApplyPromoted(Tensor a, Tensor b, Tensor c)
    {
        var dtype = Promotion.Common(a, b, c);
        return Apply(a.To(dtype), b.To(dtype), c.To(dtype));
    }
}
