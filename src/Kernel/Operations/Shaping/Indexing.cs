using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Reads <c>x[…]</c>: positions, ranges and new axes first, which make a view, then tensors of positions, which pick
/// elements of it. As in PyTorch, and unlike NumPy, a position is not one of those.
/// </summary>
internal static class Indexing
{
    /// <summary>The part of a tensor that the indices pick; a view unless there are tensors among them.</summary>
    /// <exception cref="ArgumentException">There are too many indices, or one is out of bounds.</exception>
    public static Tensor Read(Tensor x, TensorIndex?[]? indices)
    {
        var (view, selection, text) = Resolve(x, indices);
        return selection is null ? view : new Picked("index", selection, text).Apply(view);
    }

    /// <summary>Sets that part to a value, which broadcasts and is converted.</summary>
    /// <exception cref="ArgumentException">
    /// There are too many indices, or one is out of bounds; or the value does not broadcast.
    /// </exception>
    public static void Write(Tensor x, TensorIndex?[]? indices, Tensor value)
    {
        var (view, selection, text) = Resolve(x, indices);
        var shape = selection?.Shape ?? view.Shape;

        // C# takes x[0] *= w for x[0] = x[0] * w, whose derivative needs what is now overwritten.
        value.Node?.KeepCopiesOf(x.Storage);
        value = WithoutLeadingUnits(value.To(x.Device).To(x.DType), shape.Rank);
        if (!value.Shape.BroadcastsTo(shape))
        {
            throw new ArgumentException(
                $"index: {x.Describe()} at [{text}] is {shape}, to which the {value.Describe("value")} does not "
                + "broadcast");
        }

        if (selection is null)
        {
            view.Copy_(value);
        }
        else
        {
            InPlace.Apply("index_put_", view, before => new IndexPut(selection).Apply(before, value));
        }
    }

    private static Tensor WithoutLeadingUnits(Tensor value, int rank)
    {
        var lengths = value.Shape.ToArray();
        var extra = 0;
        while (lengths.Length - extra > rank && lengths[extra] == 1)
        {
            extra++;
        }

        return value.Reshape(new Shape(lengths[extra..]));
    }

    private static (Tensor View, Selection? Selection, string Text) Resolve(Tensor x, TensorIndex?[]? indices)
    {
        // x[null] reaches us as no array at all.
        var parts = (indices ?? [null]).Select(Plain).ToArray();
        var text = TensorIndex.Text(parts);
        try
        {
            var free = FreeAxes(x.Shape.Rank, parts);
            (int Axis, Tensor Index)[] tensors = [.. Tensors(parts, free)];
            var elsewhere = tensors.Select(part => part.Index).Where(index => index.Device != Device.Cpu);
            OneDevice.Require("index", [x, .. elsewhere]);
            var isWhole = tensors.Length > 0 && Pick(x.Layout, parts, free) == x.Layout;
            var view = isWhole ? x : new Region(layout => Pick(layout, parts, free), text).Apply(x);
            return (view, tensors.Length == 0 ? null : Selection.Of(Place(new(x), text), view, tensors), text);
        }
        catch (PositionException problem)
        {
            throw new ArgumentException($"{Place(new(x), text)()}: {problem.Message}");
        }
    }

    private static Func<string> Place(Mention x, string text) => () => $"index: {x} at [{text}]";

    // A whole number that is a tensor is a position like another.
    private static TensorIndex? Plain(TensorIndex? index)
    {
        if (index?.Tensor is not { Shape.Rank: 0, DType: DType.Int64 } number)
        {
            return index;
        }

        var position = checked((int)number.Item<long>());
        return position < 0 ? new Index(-position, fromEnd: true) : position;
    }

    // The number of axes for which nothing stands, in the place of the ellipsis or at the end.
    private static int FreeAxes(int rank, TensorIndex?[] indices)
    {
        var free = rank - indices.Sum(AxesOf);
        if (free < 0)
        {
            throw new PositionException("there are more indices than axes");
        }

        if (indices.Count(index => index == TensorIndex.Ellipsis) > 1)
        {
            throw new PositionException("an ellipsis may stand only once");
        }

        return free;
    }

    // The tensors among the indices, each with its first axis in the view that the others make.
    private static IEnumerable<(int Axis, Tensor Index)> Tensors(TensorIndex?[] indices, int free)
    {
        var axis = 0;
        foreach (var index in indices)
        {
            if (index?.Tensor is { } tensor)
            {
                yield return (axis, IsTruth(index) ? tensor.Reshape([1]) : tensor);
            }

            axis += index switch
            {
                _ when index is null || IsTruth(index) => 1,
                { Position: not null } => 0,
                _ => index == TensorIndex.Ellipsis ? free : AxesOf(index),
            };
        }
    }

    private static Layout Pick(Layout layout, TensorIndex?[] indices, int free)
    {
        var axis = 0;
        foreach (var index in indices)
        {
            switch (index)
            {
                case null:
                case var _ when IsTruth(index):
                    layout = layout.Insert(axis++);
                    break;
                case { Position: { } position }:
                    layout = layout.Select(axis, Offset(position, axis, layout.Shape[axis], 0));
                    break;
                case { Range: { } range }:
                    layout = Slice(layout, axis++, range, index.Step);
                    break;
                default:
                    axis += index == TensorIndex.Ellipsis ? free : AxesOf(index);
                    break;
            }
        }

        return layout;
    }

    // A single truth value chooses all or nothing, along a new axis.
    private static bool IsTruth(TensorIndex index) => index.Tensor is { Shape.Rank: 0, DType: DType.Bool };

    private static int AxesOf(TensorIndex? index) => index switch
    {
        null => 0,
        { Tensor: { DType: DType.Bool } mask } => mask.Shape.Rank,
        _ => index == TensorIndex.Ellipsis ? 0 : 1,
    };

    private static Layout Slice(Layout layout, int axis, Range range, int step)
    {
        var length = layout.Shape[axis];
        var start = Offset(range.Start, axis, length, 1);
        var end = Offset(range.End, axis, length, 1);
        var count = (Math.Max(0, end - start) + (long)step - 1) / step;
        return range.Equals(Range.All) && step == 1 ? layout : layout.Slice(axis, start, (int)count, step);
    }

    private static int Offset(Index index, int axis, int length, int beyond)
    {
        var offset = index.GetOffset(length);
        return offset >= 0 && offset < length + beyond
            ? offset
            : throw new PositionException(
                $"{index} is out of bounds for axis {axis}, which has length {length}");
    }
}
