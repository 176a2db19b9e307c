using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Elements added to zeros at their positions over the innermost axes: the transpose of <see cref="MaxPool"/>.
/// </summary>
/// <param name="name">What PyTorch calls it.</param>
/// <param name="positions">Positions in row-major order, int64, of the operand's shape.</param>
/// <param name="shape">The result's shape.</param>
/// <param name="axes">How many of the innermost axes positions count over.</param>
internal sealed class MaxUnpool(string name, Tensor positions, Shape shape, int axes) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\operatorname{{" + name + "}}({0})");

    internal override Tensor? Companion => positions;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var values = operands[0].Detach().FlattenInner(axes);
        var y = values.EmptyLike(values.DType, shape);
        y.Backend.Fill(y.View, 0);
        var (places, flat) = (positions.FlattenInner(axes), y.FlattenInner(axes));
        y.Backend.ScatterAdd(values.View, values.Shape.Rank - 1, places.View, flat.View);
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new MaxPool($"{name}_transpose", axes, positions).Apply(gradient);
}
