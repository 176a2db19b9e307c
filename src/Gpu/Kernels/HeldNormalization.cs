using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What <see cref="NormalizedRows{T}"/> computes, of rows that a group holds.</summary>
internal static class HeldNormalization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> weight, ArrayView<T> bias, ArrayView<T> y, NormalizedRow row);

    private delegate void LaunchSlope(
        AcceleratorStream stream, KernelConfig config, ArrayView<T> x, ArrayView<T> t, ArrayView<T> y,
        NormalizedRow row);

    private static readonly Launcher<LaunchRows> Rows = new(Standardize);
    private static readonly Launcher<LaunchSlope> Slope = new(StandardizeSlope);

    /// <summary>Launches what standardises rows; the caller holds the gate.</summary>
    public static void Run(
        GpuBackend backend, ArrayView<T> x, ArrayView<T> weight, ArrayView<T> bias, ArrayView<T> y, NormalizedRow row) =>
        Rows.On(backend)(
            backend.Stream, HeldRow.Groups(backend, y.Length / row.Length, row.Length), x, weight, bias, y, row);

    /// <summary>Launches the Jacobian's product with t; the caller holds the gate.</summary>
    public static void RunSlope(
        GpuBackend backend, ArrayView<T> x, ArrayView<T> t, ArrayView<T> y, NormalizedRow row) =>
        Slope.On(backend)(
            backend.Stream, HeldRow.Groups(backend, y.Length / row.Length, row.Length), x, t, y, row);

    private static void Standardize(
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

    private static void StandardizeSlope(ArrayView<T> x, ArrayView<T> t, ArrayView<T> y, NormalizedRow row)
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
