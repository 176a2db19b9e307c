using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor with what tensors of positions choose replaced by values, which broadcast. What is replaced has gradient 0;
/// that of the values is picked.
/// </summary>
internal sealed class IndexPut(Selection selection) : Operation
{
    public override string Name => "index_put";

    public override Notation Notation { get; } = new("overwrite", "{0}[i] ← {1}", "{0}_i \\leftarrow {1}")
    {
        Pullbacks = ["{g}, 0 where overwritten", "{g} where overwritten"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        selection.Put(operands[0], operands[1].Detach().Expand(selection.Shape));

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand == 0
        ? Apply(gradient, gradient.Number(0))
        : new Picked("index", selection, "i").Apply(gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 0
        ? Apply(tangent, tangent.Number(0))
        : Apply(tangent.EmptyLike(tangent.DType, kept.ShapeOf(0)).Zero_(), tangent);
}
