using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Elements added up among zeros where tensors of positions choose: the transpose of picking them.
/// </summary>
internal sealed class Spread(Selection selection) : Linear
{
    public override string Name => "index_add";

    public override Notation Notation { get; } = new("scatter", "scatter({0})", "{0}")
    {
        Pullbacks = ["{g} picked"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) => selection.Spread(operands[0]);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Picked("index", selection, "i").Apply(gradient);
}
