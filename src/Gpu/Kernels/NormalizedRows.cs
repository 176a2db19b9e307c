using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Normalisation of rows, x̂ = (x − mean)/√(variance + ε), and its Jacobian (I − 11ᵀ/n − x̂x̂ᵀ/n)/√(variance + ε): a
/// group for each row.
/// </summary>
internal static partial class NormalizedRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> weight, ArrayView<T> bias, ArrayView<T> y, NormalizedRow row);

    private delegate void LaunchSlope(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> t, ArrayView<T> y, NormalizedRow row);

    private static readonly Launcher<LaunchRows> Rows = new(Standardize);
    private static readonly Launcher<LaunchRows> HeldRows = new(StandardizeHeld);
    private static readonly Launcher<LaunchSlope> Slope = new(StandardizeSlope);
    private static readonly Launcher<LaunchSlope> HeldSlope = new(StandardizeSlopeHeld);

    public static void Run(
        GpuBackend backend, View x, View? weight, View? bias, double epsilon, bool centred, View y)
    {
        if (y.Layout.Count > 0)
        {
            var row = new NormalizedRow(x.Shape[^1], epsilon, centred, weight is not null, bias is not null);
            var isHeld = HeldRow.Fits(backend, row.Length, x, weight ?? x, bias ?? x, y);
            lock (backend.Gate)
            {
                (isHeld ? HeldRows : Rows).On(backend)(
                    backend.Stream, Groups(backend, y, row, isHeld),
                    All(x), All(weight ?? x), All(bias ?? x), All(y), row);
            }
        }
    }

    public static void RunSlope(GpuBackend backend, View x, View t, double epsilon, bool centred, View y)
    {
        if (y.Layout.Count > 0)
        {
            var row = new NormalizedRow(x.Shape[^1], epsilon, centred, false, false);
            var isHeld = HeldRow.Fits(backend, row.Length, x, t, y);
            lock (backend.Gate)
            {
                (isHeld ? HeldSlope : Slope).On(backend)(
                    backend.Stream, Groups(backend, y, row, isHeld), All(x), All(t), All(y), row);
            }
        }
    }

    private static KernelConfig Groups(GpuBackend backend, View y, NormalizedRow row, bool isHeld)
    {
        var rows = y.Layout.Count / row.Length;
        return isHeld ? HeldRow.Groups(backend, rows, row.Length) : backend.Groups(rows);
    }

    private static ArrayView<T> All(View view) => view.Elements<T>().SubView(view.Layout.Offset, view.Layout.Count);

    private static void Standardize(
        ArrayView<T> x, ArrayView<T> weight, ArrayView<T> bias, ArrayView<T> y, NormalizedRow row)
    {
        for (var start = (long)Grid.IdxX * row.Length; start < y.Length; start += (long)Grid.DimX * row.Length)
        {
            var mean = Mean(x, start, row);
            var scale = Scale(x, start, mean, row);
            for (var i = Group.IdxX; i < row.Length; i += Group.DimX)
            {
                var value = (x[start + i] - mean) * scale;
                if (row.HasWeight != 0)
                {
                    value *= weight[i];
                }

                if (row.HasBias != 0)
                {
                    value += bias[i];
                }

                y[start + i] = value;
            }
        }
    }

    private static void StandardizeSlope(ArrayView<T> x, ArrayView<T> t, ArrayView<T> y, NormalizedRow row)
    {
        var count = T.CreateTruncating(row.Length);
        for (var start = (long)Grid.IdxX * row.Length; start < y.Length; start += (long)Grid.DimX * row.Length)
        {
            var mean = Mean(x, start, row);
            var scale = Scale(x, start, mean, row);
            var middle = Mean(t, start, row);
            var product = T.Zero;
            for (var i = Group.IdxX; i < row.Length; i += Group.DimX)
            {
                product += t[start + i] * ((x[start + i] - mean) * scale);
            }

            var share = GroupTree<Sum.Kernel, T>.Combine(product) / count;
            for (var i = Group.IdxX; i < row.Length; i += Group.DimX)
            {
                y[start + i] = (t[start + i] - middle - ((x[start + i] - mean) * scale * share)) * scale;
            }
        }
    }

    // 0 where rows keep their mean.
    private static T Mean(ArrayView<T> x, long start, NormalizedRow row)
    {
        if (row.IsCentred == 0)
        {
            return T.Zero;
        }

        var sum = T.Zero;
        for (var i = Group.IdxX; i < row.Length; i += Group.DimX)
        {
            sum += x[start + i];
        }

        return GroupTree<Sum.Kernel, T>.Combine(sum) / T.CreateTruncating(row.Length);
    }

    // 1/√(variance + ε).
    private static T Scale(ArrayView<T> x, long start, T mean, NormalizedRow row)
    {
        var sum = T.Zero;
        for (var i = Group.IdxX; i < row.Length; i += Group.DimX)
        {
            var distance = x[start + i] - mean;
            sum += distance * distance;
        }

        var variance = GroupTree<Sum.Kernel, T>.Combine(sum) / T.CreateTruncating(row.Length);
        return T.One / T.Sqrt(variance + T.CreateTruncating(row.Epsilon));
    }
}

/// <summary>What all rows share.</summary>
internal readonly struct NormalizedRow(int length, double epsilon, bool isCentred, bool hasWeight, bool hasBias)
{
    public readonly double Epsilon = epsilon;
    public readonly int Length = length;
    public readonly int IsCentred = isCentred ? 1 : 0;
    public readonly int HasWeight = hasWeight ? 1 : 0;
    public readonly int HasBias = hasBias ? 1 : 0;
}
