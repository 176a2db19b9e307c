namespace NotebookGrad.Operations;

/// <summary>
/// Elements of a tensor chosen by positions along some of its axes, by NumPy's rules: the positions broadcast, and
/// their shape stands in the result where the axes were if those are neighbours, else in front.
/// </summary>
internal sealed class Selection
{
    private readonly Shape source;
    private readonly Shape chosen;
    private readonly int[] axesFirst;
    private readonly int[] resultOrder;
    private readonly int axisCount;

    // One number a choice, also where it takes positions along several axes to make it.
    private readonly Tensor places;

    private Selection(Shape source, int[] axes, Shape chosen, Tensor places)
    {
        (this.source, this.chosen, this.places, axisCount) = (source, chosen, places, axes.Length);
        int[] rest = [.. Enumerable.Range(0, source.Rank).Except(axes)];
        axesFirst = [.. axes, .. rest];
        var leading = axes[^1] - axes[0] == axes.Length - 1 ? axes[0] : 0;
        resultOrder =
        [
            .. Enumerable.Range(chosen.Rank, leading),
            .. Enumerable.Range(0, chosen.Rank),
            .. Enumerable.Range(chosen.Rank + leading, rest.Length - leading),
        ];
        Rest = new Shape([.. rest.Select(axis => source[axis])]);
        int[] found = [.. chosen, .. Rest];
        Shape = new Shape([.. resultOrder.Select(axis => found[axis])]);
    }

    /// <summary>The shape of what is chosen.</summary>
    public Shape Shape { get; }

    private Shape Rest { get; }

    /// <summary>
    /// The choice that tensors make, each of whole numbers along one axis, or of truth values along as many as it has.
    /// </summary>
    /// <param name="place">What an error begins with: the operation and its operand. It may be kept.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="tensors">Those that choose.</param>
    /// <exception cref="ArgumentException">
    /// A position is out of bounds, a mask does not fit, or the positions do not broadcast.
    /// </exception>
    public static Selection Of(
        Func<string> place, Tensor x, params IReadOnlyList<(int Axis, Tensor Index)> tensors)
    {
        (int Axis, Tensor Index)[] along = [.. tensors.SelectMany(
            part => part.Index.DType == DType.Bool ? Trues(place, x, part.Axis, part.Index) : [part])];
        var chosen = along[0].Index.Shape;
        foreach (var (_, index) in along)
        {
            chosen = Broadcasting.Common("index", along[0].Index, index, chosen, index.Shape, 0);
        }

        Tensor? places = null;
        foreach (var (axis, index) in along)
        {
            var length = x.Shape[axis];
            WholeNumbers.Require(index, new(-length, length), OutOfBounds(place, axis, length));
            var fromStart = index.Detach().To(x.Device).Remainder(Math.Max(1, length));
            places = places is null ? fromStart : (places * length) + fromStart;
        }

        int[] axes = [.. along.Select(part => part.Axis)];
        return new Selection(x.Shape, axes, chosen, places!.Expand(chosen).Reshape([(int)chosen.Count]));
    }

    /// <summary>What is chosen of a tensor.</summary>
    public Tensor Pick(Tensor x)
    {
        var picked = x.EmptyLike(x.DType, new Shape([(int)places.Count, .. Rest]));
        x.Backend.Gather(Rows(x).View, 0, Index().View, picked.View);
        return picked.Reshape(new Shape([.. chosen, .. Rest])).Permute(resultOrder);
    }

    /// <summary>A tensor with what is chosen replaced by values of that shape; of several for one, the last.</summary>
    public Tensor Put(Tensor x, Tensor values)
    {
        var rows = Rows(x).Converted(x.DType);
        x.Backend.Scatter(Chosen(values).View, 0, Index().View, rows.View);
        return Whole(rows);
    }

    /// <summary>Values of the selection's shape added up where they were chosen from, among zeros.</summary>
    public Tensor Spread(Tensor values)
    {
        var rows = values.EmptyLike(values.DType, Rows(source));
        rows.Backend.Fill(rows.View, 0);
        rows.Backend.ScatterAdd(Chosen(values).View, 0, Index().View, rows.View);
        return Whole(rows);
    }

    private static IEnumerable<(int Axis, Tensor Index)> Trues(Func<string> place, Tensor x, int axis, Tensor mask)
    {
        for (var i = 0; i < mask.Shape.Rank; i++)
        {
            if (mask.Shape[i] != x.Shape[axis + i])
            {
                throw new ArgumentException(
                    $"{place()}: the {mask.Describe("mask")} does not fit: axis {axis + i} has length "
                    + $"{x.Shape[axis + i]}");
            }
        }

        return Nonzero.Positions(mask).Select((positions, i) => (axis + i, positions));
    }

    private static Func<long, long, string> OutOfBounds(Func<string> place, int axis, int length) => (position, _) =>
        $"{place()}: position {position} is out of bounds for axis {axis}, which has length {length}";

    // The tensor as a table, whose rows the places number.
    private Tensor Rows(Tensor x) => x.Detach().Permute(axesFirst).Reshape(Rows(source));

    private Shape Rows(Shape shape)
    {
        var count = 1;
        for (var i = 0; i < axisCount; i++)
        {
            count *= shape[axesFirst[i]];
        }

        return new Shape([count, .. Rest]);
    }

    private Tensor Whole(Tensor rows) => rows
        .Reshape(new Shape([.. axesFirst.Select(axis => source[axis])]))
        .Permute(Inverse(axesFirst));

    private Tensor Chosen(Tensor values) => values.Detach()
        .Permute(Inverse(resultOrder))
        .Reshape(new Shape([(int)places.Count, .. Rest]));

    private Tensor Index()
    {
        int[] column = [(int)places.Count, .. Rest.Lengths];
        column.AsSpan(1).Fill(1);
        return places.Reshape(column).Expand(new Shape([(int)places.Count, .. Rest]));
    }

    private static int[] Inverse(int[] order)
    {
        var inverse = new int[order.Length];
        for (var axis = 0; axis < order.Length; axis++)
        {
            inverse[order[axis]] = axis;
        }

        return inverse;
    }
}
