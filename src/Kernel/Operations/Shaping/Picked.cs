using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Elements chosen by tensors of positions; its transpose adds them up where they came from.
/// </summary>
internal sealed class Picked(string name, Selection selection, string text) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(
        Inspection.Notation.Index(text), $"{{0}}[{text}]", $"{{0}}_{{{{{text}}}}}")
    {
        Pullbacks = ["{g} added where it was picked, 0 elsewhere"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) => selection.Pick(operands[0]);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Spread(selection).Apply(gradient);
}
