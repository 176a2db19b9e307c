using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Padding.</content>
public static partial class Functional
{
    /// <summary>A tensor with a frame around it.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="pad">
    /// Two lengths an axis, before and behind, the innermost axis first: [left, right, top, bottom, …]. A negative one
    /// takes elements off.
    /// </param>
    /// <param name="mode">
    /// <c>constant</c>; <c>reflect</c> mirrors at the border element, <c>replicate</c> repeats it, <c>circular</c> goes
    /// on at the opposite border.
    /// </param>
    /// <param name="value">The number in a constant frame.</param>
    /// <exception cref="ArgumentException">
    /// The lengths are not pairs or too many, a mode is unknown, or there are too few elements to reflect.
    /// </exception>
    public static Tensor Pad(Tensor x, int[] pad, string mode = "constant", Scalar? value = null)
    {
        var rank = x.Shape.Rank;
        if (pad.Length % 2 != 0 || pad.Length > 2 * rank)
        {
            throw new ArgumentException(
                $"pad: [{string.Join(", ", pad)}] is not two lengths for each of at most {rank} axes of "
                    + x.Describe());
        }

        var (before, after) = (new int[rank], new int[rank]);
        for (var i = 0; i < pad.Length; i += 2)
        {
            (before[rank - 1 - (i / 2)], after[rank - 1 - (i / 2)]) = (pad[i], pad[i + 1]);
        }

        if (mode != "constant")
        {
            return Enumerable.Range(0, rank).Aggregate(
                x, (y, axis) => PadAxis(y, axis, before[axis], after[axis], mode));
        }

        var empty = Array.FindIndex(
            [.. Enumerable.Range(0, rank)], axis => x.Shape[axis] + before[axis] + after[axis] < 0);
        return empty < 0
            ? new ConstantPad(before, after, value ?? 0).Apply(x)
            : throw new ArgumentException(
                $"pad: {before[empty]} before and {after[empty]} behind leave nothing of axis {empty} of "
                    + x.Describe());
    }

    private static Tensor PadAxis(Tensor x, int axis, int before, int after, string mode)
    {
        if (before == 0 && after == 0)
        {
            return x;
        }

        var length = x.Shape[axis];
        if (length + before + after < (mode == "circular" ? 0 : 1))
        {
            throw new ArgumentException(
                $"pad: {before} before and {after} behind leave nothing of axis {axis} of {x.Describe()}");
        }

        // What is taken off goes first, and cannot come back at the opposite border.
        if (mode == "circular" && (before < 0 || after < 0))
        {
            var start = Math.Max(0, -before);
            var part = x.Narrow(axis, start, Math.Max(0, length - start - Math.Max(0, -after)));
            return PadAxis(part, axis, Math.Max(0, before), Math.Max(0, after), mode);
        }

        var most = mode switch
        {
            "reflect" => length - 1,
            "replicate" => length == 0 ? 0 : int.MaxValue,
            "circular" => length,
            _ => throw new ArgumentException(
                $"pad: mode \"{mode}\" is unknown; it is \"constant\", \"reflect\", \"replicate\" or \"circular\""),
        };
        if (before > most || after > most)
        {
            throw new ArgumentException(
                $"pad: axis {axis} of {x.Describe()} is too short for {before} before and {after} behind in mode "
                    + $"\"{mode}\"");
        }

        int[] shape = [.. x.Shape.ToArray().Select((count, i) => i == axis ? length + before + after : count)];
        int[] along = [.. shape.Select((count, i) => i == axis ? count : 1)];
        var positions = Enumerable.Range(-before, shape[axis]).Select(i => (long)(mode switch
        {
            "reflect" => i < 0 ? -i : i >= length ? (2 * (length - 1)) - i : i,
            "replicate" => Math.Clamp(i, 0, length - 1),
            _ => (i + length) % length,
        }));
        var taken = Tensor.Of([.. positions], device: x.Device).Reshape(along).Expand(shape);
        return new Gather(axis, taken, "pad").Apply(x);
    }
}
