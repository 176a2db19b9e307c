using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// One of the elements along some axes, such as the greatest. Those equal to it share the gradient evenly, NaN being
/// equal to NaN.
/// </summary>
internal sealed class Extremum(string name, Axes axes, Shape result, Func<Tensor, Axes, Tensor> find)
    : Aggregate(axes, result)
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\operatorname{{" + name + "}}({0})")
    {
        Pullbacks = ["{g} shared by the elements equal to {y}, 0 elsewhere"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        find(operands[0].Detach(), Axes).Reshape(Result);

    private protected override Tensor Slope(in Kept kept)
    {
        var (x, y) = (kept[0].Detach(), StandingOutput(kept).Detach());
        var equal = (x.Eq(y) | (x.IsNaN() & y.IsNaN())).To(x.DType);
        return equal / new Sum(Axes, Axes.Reduced(x.Shape)).Apply(equal);
    }
}
