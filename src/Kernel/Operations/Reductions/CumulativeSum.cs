using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The sums up to each position along an axis, or from there on, which is the transpose.</summary>
internal sealed class CumulativeSum(int axis, bool backward = false) : Linear
{
    public override string Name => "cumsum";

    public override Notation Notation { get; } =
        new("cumsum", "cumsum({0})", "\\operatorname{{cumsum}}({0})")
    {
        Pullbacks = ["{g} summed from the end"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var y = x.EmptyLike(x.DType, x.Shape);
        y.Backend.Scan<Sum.Kernel>(new(x.Storage, Directed(x.Layout)), axis, new(y.Storage, Directed(y.Layout)));
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new CumulativeSum(axis, !backward).Apply(gradient);

    private Layout Directed(Layout layout) => backward ? layout.Reverse(axis) : layout;
}
