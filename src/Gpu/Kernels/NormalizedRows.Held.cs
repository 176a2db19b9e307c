using ILGPU;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <content>The same of rows that a group holds.</content>
internal static partial class NormalizedRows<T>
{
    private static void StandardizeHeld(
        ArrayView<T> x, ArrayView<T> weight, ArrayView<T> bias, ArrayView<T> y, NormalizedRow row)
    {
        for (var start = (long)Grid.IdxX * row.Length; start < y.Length; start += (long)Grid.DimX * row.Length)
        {
            var four = HeldRow.Load(x, start, row.Length, T.Zero);
            Standardized(ref four, row);
            if (row.HasWeight != 0)
            {
                var factor = HeldRow.Load(weight, 0, row.Length, T.One);
                (four.A, four.B) = (four.A * factor.A, four.B * factor.B);
                (four.C, four.D) = (four.C * factor.C, four.D * factor.D);
            }

            if (row.HasBias != 0)
            {
                var more = HeldRow.Load(bias, 0, row.Length, T.Zero);
                (four.A, four.B, four.C, four.D) = (four.A + more.A, four.B + more.B, four.C + more.C, four.D + more.D);
            }

            HeldRow.Store(four, y, start, row.Length);
        }
    }

    private static void StandardizeSlopeHeld(ArrayView<T> x, ArrayView<T> t, ArrayView<T> y, NormalizedRow row)
    {
        var count = T.CreateTruncating(row.Length);
        for (var start = (long)Grid.IdxX * row.Length; start < y.Length; start += (long)Grid.DimX * row.Length)
        {
            var four = HeldRow.Load(x, start, row.Length, T.Zero);
            var slope = HeldRow.Load(t, start, row.Length, T.Zero);
            var scale = Standardized(ref four, row);
            var middle = row.IsCentred != 0 ? Total(slope) / count : T.Zero;
            var product = slope;
            (product.A, product.B) = (slope.A * four.A, slope.B * four.B);
            (product.C, product.D) = (slope.C * four.C, slope.D * four.D);
            var share = Total(product) / count;
            slope.A = (slope.A - middle - (four.A * share)) * scale;
            slope.B = (slope.B - middle - (four.B * share)) * scale;
            slope.C = (slope.C - middle - (four.C * share)) * scale;
            slope.D = (slope.D - middle - (four.D * share)) * scale;
            HeldRow.Store(slope, y, start, row.Length);
        }
    }

    // Makes x̂ of what the thread holds, 0 beyond the row's end, and says by what distances from the mean were multiplied.
    private static T Standardized(ref Four<T> four, NormalizedRow row)
    {
        var count = T.CreateTruncating(row.Length);
        if (row.IsCentred != 0)
        {
            var mean = Total(four) / count;
            if (4 * Group.IdxX < row.Length)
            {
                (four.A, four.B, four.C, four.D) = (four.A - mean, four.B - mean, four.C - mean, four.D - mean);
            }
        }

        var squares = four;
        (squares.A, squares.B) = (four.A * four.A, four.B * four.B);
        (squares.C, squares.D) = (four.C * four.C, four.D * four.D);
        var scale = T.One / T.Sqrt((Total(squares) / count) + T.CreateTruncating(row.Epsilon));
        (four.A, four.B, four.C, four.D) = (four.A * scale, four.B * scale, four.C * scale, four.D * scale);
        return scale;
    }

    private static T Total(Four<T> four) => GroupTree<Sum.Kernel, T>.Combine(four.A + four.B + (four.C + four.D));
}
