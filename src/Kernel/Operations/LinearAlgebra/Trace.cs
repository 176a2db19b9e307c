using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The sum of a matrix's diagonal.</summary>
internal sealed class Trace : Linear
{
    public static readonly Trace Instance = new();

    private static readonly Region Diagonal = new(layout => layout.Diagonal(0, 1, 0), "diagonal");

    public override string Name => "trace";

    public override Notation Notation { get; } = new("tr", "tr({0})", "\\operatorname{{tr}}({0})", "I");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        new Tensor(operands[0].Storage, Diagonal.Pick(operands[0].Layout)).Sum();

    private protected override Tensor Transpose(in Kept kept, Tensor gradient)
    {
        var shape = kept.ShapeOf(0);
        return Diagonal.Placed(shape).Apply(gradient.Expand(Math.Min(shape[0], shape[1])));
    }
}
