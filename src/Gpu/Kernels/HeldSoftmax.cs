using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>softmax of rows that a group holds, or its logarithm: each exponential is worked out once.</summary>
internal static class HeldSoftmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config, ArrayView<T> x, ArrayView<T> y, int length, int isLogarithm);

    private static readonly Launcher<Launch> Rows = new(Compute);

    public static void Run(GpuBackend backend, View x, bool logarithm, View y)
    {
        var (count, length) = (y.Layout.Count, y.Shape[^1]);
        lock (backend.Gate)
        {
            Rows.On(backend)(
                backend.Stream, HeldRow.Groups(backend, count / length, length),
                x.Elements<T>().SubView(x.Layout.Offset, count), y.Elements<T>().SubView(y.Layout.Offset, count),
                length, logarithm ? 1 : 0);
        }
    }

    private static void Compute(ArrayView<T> x, ArrayView<T> y, int length, int isLogarithm)
    {
        for (var start = (long)Grid.IdxX * length; start < y.Length; start += (long)Grid.DimX * length)
        {
            var four = HeldRow.Load(x, start, length, Greatest.Identity<T>());
            var top = GroupTree<Greatest, T>.Combine(Greatest.Invoke(
                Greatest.Invoke(four.A, four.B), Greatest.Invoke(four.C, four.D)));
            (four.A, four.B, four.C, four.D) = (four.A - top, four.B - top, four.C - top, four.D - top);
            var powers = four;
            (powers.A, powers.B) = (T.Exp(four.A), T.Exp(four.B));
            (powers.C, powers.D) = (T.Exp(four.C), T.Exp(four.D));
            var sum = GroupTree<Sum.Kernel, T>.Combine(powers.A + powers.B + (powers.C + powers.D));
            if (isLogarithm != 0)
            {
                var logarithm = T.Log(sum);
                (four.A, four.B) = (four.A - logarithm, four.B - logarithm);
                (four.C, four.D) = (four.C - logarithm, four.D - logarithm);
            }
            else
            {
                (four.A, four.B, four.C, four.D) = (powers.A / sum, powers.B / sum, powers.C / sum, powers.D / sum);
            }

            HeldRow.Store(four, y, start, length);
        }
    }
}
