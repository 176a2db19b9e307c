using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Axes of another length, each element a weighted sum of a few of the old ones; one of the innermost axes after the
/// other.
/// </summary>
internal sealed class Resample(string name, Tap[][] axes) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\operatorname{{" + name + "}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0];
        for (var axis = 0; axis < axes.Length; axis++)
        {
            y = Along(y.Shape.Rank - axes.Length + axis, axes[axis], y);
        }

        return y;
    }

    /// <summary>A tensor of one axis in the place of an axis of a shape, seen in that shape.</summary>
    internal static Tensor Standing(Tensor line, int axis, Shape shape) =>
        line.Reshape([-1, .. Enumerable.Repeat(1, shape.Rank - axis - 1)]).Expand(shape);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new ResampleTranspose(name, axes, kept.ShapeOf(0)).Apply(gradient);

    private static Tensor Along(int axis, Tap[] taps, Tensor x)
    {
        var lengths = x.Shape.ToArray();
        lengths[axis] = taps[0].Positions.Shape[0];
        Tensor? sum = null;
        foreach (var tap in taps)
        {
            var part = x.EmptyLike(x.DType, lengths);
            part.Backend.Gather(x.View, axis, Standing(tap.Positions, axis, lengths).View, part.View);
            if (tap.Weights is { } weights)
            {
                Binary<Mul>.ApplyInPlace(part, Standing(weights, axis, lengths));
            }

            if (sum is null)
            {
                sum = part;
            }
            else
            {
                Binary<Add>.ApplyInPlace(sum, part);
            }
        }

        return sum!;
    }
}
