using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Values without repetition. How many there are only the values tell, so their number is read on the host.
/// </summary>
public static class TensorUnique
{
    extension(Tensor x)
    {
        /// <summary>Each value of all elements once, or each slice along an axis, in ascending order.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public UniqueResult Unique(int? dim = null) => Distinct("unique", x, dim, Sorted);

        /// <summary>Each value, or slice along an axis, once for each time that it repeats without a break.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public UniqueResult UniqueConsecutive(int? dim = null) => Distinct(
            "unique_consecutive", x, dim, rows => Tensor.Arange(0, rows.Shape[0], device: rows.Device));
    }

    private static UniqueResult Distinct(string name, Tensor x, int? dim, Func<Tensor, Tensor> sort)
    {
        var axis = dim is { } given ? Axes.Number(name, x, given) : 0;
        var slices = dim is null || x.Shape.Rank == 0 ? x.Detach().Flatten() : x.Detach();
        var count = slices.Shape[axis];
        var rows = slices.Transpose(axis, 0).Reshape(count, count == 0 ? 0 : (int)(slices.Count / count));
        var order = sort(rows);
        var ordered = rows.IndexSelect(0, order);
        var isNew = ConstantPad.Delay(Differs(ordered), 0, 1);

        var first = Nonzero.Positions(isNew)[0];
        var numbers = isNew.CumSum(0) - 1;
        var inverse = Tensor.ZerosLike(numbers);
        inverse.Backend.Scatter(numbers.View, 0, order.View, inverse.View);
        return new(
            slices.IndexSelect(axis, order.IndexSelect(0, first)),
            dim is null ? inverse.Reshape(x.Shape) : inverse,
            Tensor.Cat([first, Tensor.Of([(long)count], device: x.Device)]).Diff());
    }

    // From the last column to the first: sorting keeps the order of equals, so the first column has the last word.
    private static Tensor Sorted(Tensor rows)
    {
        var order = Tensor.Arange(0, rows.Shape[0], device: rows.Device);
        for (var column = rows.Shape[1] - 1; column >= 0; column--)
        {
            order = order.IndexSelect(0, rows.Select(1, column).IndexSelect(0, order).ArgSort());
        }

        return order;
    }

    // Whether each row differs from the next; a last 0 stands for the one that has none.
    private static Tensor Differs(Tensor rows)
    {
        var count = rows.Shape[0];
        var differs = Tensor.Zeros([count], dtype: DType.Int64, device: rows.Device);
        if (count > 1)
        {
            var isSame = rows.Narrow(0, 1, count - 1).Eq(rows.Narrow(0, 0, count - 1)).All(1).To(DType.Int64);
            differs = Tensor.Cat([1 - isSame, differs.Narrow(0, 0, 1)]);
        }

        return differs;
    }
}
