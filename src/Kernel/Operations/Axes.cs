using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>Some axes of a shape.</summary>
internal readonly struct Axes
{
    private readonly bool[] chosen;

    private Axes(bool[] chosen) => this.chosen = chosen;

    /// <summary>All axes of a tensor.</summary>
    public static Axes All(Tensor x)
    {
        var chosen = new bool[x.Shape.Rank];
        Array.Fill(chosen, true);
        return new Axes(chosen);
    }

    /// <summary>
    /// The axes with these numbers; a negative one counts from the end. A tensor without axes passes for one of one
    /// axis, as in PyTorch.
    /// </summary>
    /// <exception cref="ArgumentException">A number is out of bounds, or an axis named twice.</exception>
    public static Axes Of(string operation, Tensor x, params ReadOnlySpan<int> axes)
    {
        var chosen = new bool[Math.Max(1, x.Shape.Rank)];
        foreach (var axis in axes)
        {
            ref var mark = ref chosen[Number(operation, x, axis)];
            if (mark)
            {
                throw new ArgumentException($"{operation}: axis {axis} of {x.Describe()} is named twice");
            }

            mark = true;
        }

        return new Axes(chosen[..x.Shape.Rank]);
    }

    /// <summary>The axes of a shape from one on.</summary>
    public static Axes From(Shape shape, int first)
    {
        var chosen = new bool[shape.Rank];
        Array.Fill(chosen, true, first, shape.Rank - first);
        return new Axes(chosen);
    }

    /// <summary>The axes with these numbers, or all of them where none are given.</summary>
    /// <exception cref="ArgumentException">A number is out of bounds, or an axis named twice.</exception>
    public static Axes OfOrAll(string operation, Tensor x, int[]? axes) =>
        axes is null or [] ? All(x) : Of(operation, x, axes);

    /// <summary>The axes along which a tensor must be summed to undo a broadcast from a shape.</summary>
    public static Axes Broadcast(Shape from, Shape to)
    {
        var chosen = new bool[to.Rank];
        var added = to.Rank - from.Rank;
        for (var axis = 0; axis < to.Rank; axis++)
        {
            chosen[axis] = axis < added || from[axis - added] != to[axis];
        }

        return new Axes(chosen);
    }

    /// <summary>One axis as a number from 0; 0 or −1 will do for a tensor without axes.</summary>
    /// <exception cref="ArgumentException">It is out of bounds.</exception>
    public static int Number(string operation, Tensor x, int axis)
    {
        var rank = Math.Max(1, x.Shape.Rank);
        var number = axis < 0 ? axis + rank : axis;
        return number >= 0 && number < rank
            ? number
            : throw new ArgumentException(
                $"{operation}: {x.Describe()} has no axis {axis}; its axes are 0 to {rank - 1}, or −1 for the last");
    }

    /// <summary>What a function along one axis makes of a tensor, which passes for [1] if it has no axes.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static Tensor Along(string operation, Tensor x, int axis, Func<Tensor, int, Tensor> function)
    {
        var number = Number(operation, x, axis);
        return x.Shape.Rank > 0 ? function(x, number) : function(x.Reshape([1]), 0).Reshape(default(Shape));
    }

    /// <summary>A shape with length 1 along these axes.</summary>
    public Shape Reduced(Shape shape)
    {
        var lengths = shape.ToArray();
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = chosen[axis] ? 1 : lengths[axis];
        }

        return new Shape(lengths);
    }

    /// <summary>A shape in which these axes stay with length 1, or are gone.</summary>
    public Shape Result(Shape shape, bool keepDim)
    {
        var gone = chosen;
        return keepDim ? Reduced(shape) : new Shape([.. shape.ToArray().Where((_, axis) => !gone[axis])]);
    }

    /// <summary>
    /// The elements along these axes combined, outside any graph, in a shape with or without the axes.
    /// </summary>
    public Tensor Reduce<TKernel>(Tensor x, Shape result)
        where TKernel : struct, IReductionKernel
    {
        var y = x.EmptyLike(x.DType, result);
        y.Backend.Reduce<TKernel>(x.View, new(y.Storage, y.Layout.Reshape(Reduced(x.Shape))!));
        return y;
    }

    /// <summary>Whether they are the last axes, at least one.</summary>
    public bool AreInnermost =>
        Array.IndexOf(chosen, true) is >= 0 and var first && !chosen.AsSpan(first).Contains(false);

    /// <summary>The number of elements along these axes.</summary>
    public long CountIn(Shape shape)
    {
        long count = 1;
        for (var axis = 0; axis < chosen.Length; axis++)
        {
            count *= chosen[axis] ? shape[axis] : 1;
        }

        return count;
    }
}
