using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A copy of its own.</summary>
internal sealed class Clone : Linear
{
    public override string Name => "clone";

    public override Notation Notation { get; } = new("clone", "clone({0})", "{0}", "1");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => operands[0].Converted(operands[0].DType);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient;
}
