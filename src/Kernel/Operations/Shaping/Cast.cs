using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The elements in another dtype.</summary>
internal sealed class Cast(DType dtype) : Linear
{
    public override string Name => "to";

    public override Notation Notation { get; } = new("to", "to({0})", "{0}")
    {
        Pullbacks = ["{g} converted back"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => operands[0].Converted(dtype);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.To(kept.DTypeOf(0));
}
