namespace NotebookGrad.Operations;

/// <summary>
/// An operation that is linear in its only operand: it pushes tangents as it computes values, and pulls by its
/// transpose.
/// </summary>
internal abstract class Linear : Operation
{
    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Apply(tangent);

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Transpose(kept, gradient);

    /// <summary>The transpose of the operation, applied to a gradient.</summary>
    private protected abstract Tensor Transpose(in Kept kept, Tensor gradient);
}
