using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Of each window the element at a position found before (<see cref="Windows.ArgMax"/>), which alone gets the gradient.
/// </summary>
/// <param name="name">What PyTorch calls it.</param>
/// <param name="axes">How many of the innermost axes windows lie on.</param>
/// <param name="positions">Positions in row-major order over these axes, int64, of the result's shape.</param>
internal sealed class MaxPool(string name, int axes, Tensor positions) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\max\\nolimits_{{\\square}}({0})")
    {
        Pullbacks = ["{g} into the greatest of each window, 0 elsewhere"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach().FlattenInner(axes);
        var y = x.EmptyLike(x.DType, positions.Shape);
        y.Backend.Gather(x.View, x.Shape.Rank - 1, positions.FlattenInner(axes).View, y.FlattenInner(axes).View);
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new MaxUnpool($"{name}_transpose", positions, kept.ShapeOf(0), axes).Apply(gradient);
}
