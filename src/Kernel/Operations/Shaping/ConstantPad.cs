using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor in a frame of one number, or without its border where a padding is negative. The derivative pads with 0,
/// and the transpose of that takes the frame off again.
/// </summary>
/// <param name="before">By axis, how many elements come before.</param>
/// <param name="after">By axis, how many come behind.</param>
/// <param name="value">The number in the frame.</param>
internal sealed class ConstantPad(int[] before, int[] after, Scalar value) : Operation
{
    public override string Name => "constant_pad_nd";

    public override Notation Notation { get; } = new("pad", "pad({0})", "\\operatorname{{pad}}({0})")
    {
        Pullbacks = ["{g} without the frame"],
    };

    /// <summary>Each element one position later along an axis; the first is a number, and the last falls out.</summary>
    public static Tensor Delay(Tensor x, int axis, Scalar first)
    {
        var shift = new int[x.Shape.Rank];
        shift[axis] = Math.Min(1, x.Shape[axis]);
        return new ConstantPad(shift, Negated(shift), first).Apply(x);
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var shape = new Shape([.. before.Select((count, axis) => count + x.Shape[axis] + after[axis])]);
        var y = x.EmptyLike(x.DType, shape);
        y.Backend.Fill(y.View, value);
        var (source, target) = (x.Layout, y.Layout);
        for (var axis = 0; axis < before.Length; axis++)
        {
            var cut = Math.Max(0, -before[axis]);
            var length = Math.Max(0, x.Shape[axis] - cut - Math.Max(0, -after[axis]));
            source = source.Slice(axis, length == 0 ? 0 : cut, length);
            target = target.Slice(axis, length == 0 ? 0 : Math.Max(0, before[axis]), length);
        }

        y.Backend.Copy(new(x.Storage, source), new(y.Storage, target));
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        new ConstantPad(Negated(before), Negated(after), 0).Apply(gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        new ConstantPad(before, after, 0).Apply(tangent);

    private static int[] Negated(int[] counts) => Array.ConvertAll(counts, count => -count);
}
