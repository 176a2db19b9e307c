using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Elements multiplied by a random mask that was drawn before: 0 where they are dropped, 1/(1 − p) where they stay.
/// Being diagonal, it is its own transpose.
/// </summary>
internal sealed class Dropout(string name, Tensor mask) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new("dropout", "mask·{0}", "m \\odot {0}", "mask");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) => operands[0].Detach() * mask;

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => Apply(gradient);
}
