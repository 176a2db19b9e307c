using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The transpose of resampling: each element's share added to those that it was made of.</summary>
internal sealed class ResampleTranspose(string name, Tap[][] axes, Shape shape) : Linear
{
    public override string Name => $"{name}_transpose";

    public override Notation Notation { get; } = new(
        name + "ᵀ", name + "ᵀ({0})", "\\operatorname{{" + name + "}}^\\top({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        for (var inner = axes.Length - 1; inner >= 0; inner--)
        {
            x = Along(shape.Rank - axes.Length + inner, axes[inner], x);
        }

        return x;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Resample(name, axes).Apply(gradient);

    private Tensor Along(int axis, Tap[] taps, Tensor y)
    {
        var lengths = y.Shape.ToArray();
        lengths[axis] = shape[axis];
        var x = y.EmptyLike(y.DType, lengths);
        x.Backend.Fill(x.View, 0);
        foreach (var tap in taps)
        {
            var part = tap.Weights is { } weights ? y * Resample.Standing(weights, axis, y.Shape) : y;
            x.Backend.ScatterAdd(part.View, axis, Resample.Standing(tap.Positions, axis, y.Shape).View, x.View);
        }

        return x;
    }
}
