using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// softmax along an axis, or its logarithm: a group for each line, whose elements it reads side by side, or a thread,
/// where lines lie side by side. The greatest is subtracted, so that no exponential overflows.
/// </summary>
internal static class SoftmaxLines<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo,
        int isLogarithm);

    private static readonly Launcher<Launch> Groups = new(ByGroups);
    private static readonly Launcher<Launch> Threads = new(ByThreads);

    public static void Run(GpuBackend backend, View x, int axis, bool logarithm, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        var lines = new Lines(axis, y.Layout, x.Layout);
        var (pace, paceTo) = (x.Layout.Strides[axis], y.Layout.Strides[axis]);
        foreach (var (extent, paces) in lines.Launches())
        {
            var isByGroups = pace == 1 || extent.Count < backend.BusyGroups;
            lock (backend.Gate)
            {
                var launch = (isByGroups ? Groups : Threads).On(backend);
                launch(
                    backend.Stream, backend.Lines(isByGroups, extent.Count),
                    x.Elements<T>(), y.Elements<T>(), extent, paces[1], paces[0], lines.Length, pace, paceTo,
                    logarithm ? 1 : 0);
            }
        }
    }

    private static void ByGroups(
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo,
        int isLogarithm)
    {
        for (var line = Grid.IdxX; line < lines.Count; line += Grid.DimX)
        {
            var position = lines.At(line);
            var (source, target) = (from.Place(position), to.Place(position));
            var greatest = Greatest.Identity<T>();
            for (var i = Group.IdxX; i < length; i += Group.DimX)
            {
                greatest = Greatest.Invoke(greatest, x[source + (i * pace)]);
            }

            greatest = GroupTree<Greatest, T>.Combine(greatest);
            var sum = T.Zero;
            for (var i = Group.IdxX; i < length; i += Group.DimX)
            {
                sum += T.Exp(x[source + (i * pace)] - greatest);
            }

            sum = GroupTree<Sum.Kernel, T>.Combine(sum);
            Write(
                x, source, pace, y, target, paceTo, Group.IdxX, length, Group.DimX, greatest, sum, isLogarithm);
        }
    }

    private static void ByThreads(
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo,
        int isLogarithm)
    {
        for (var line = Thread.First; line < lines.Count; line += Thread.Count)
        {
            var position = lines.At(line);
            var (source, target) = (from.Place(position), to.Place(position));
            var greatest = Greatest.Identity<T>();
            for (var i = 0; i < length; i++)
            {
                greatest = Greatest.Invoke(greatest, x[source + (i * pace)]);
            }

            var sum = T.Zero;
            for (var i = 0; i < length; i++)
            {
                sum += T.Exp(x[source + (i * pace)] - greatest);
            }

            Write(x, source, pace, y, target, paceTo, 0, length, 1, greatest, sum, isLogarithm);
        }
    }

    private static void Write(
        ArrayView<T> x, long source, long pace, ArrayView<T> y, long target, long paceTo,
        int first, int length, int step, T greatest, T sum, int isLogarithm)
    {
        if (isLogarithm != 0)
        {
            var logarithm = T.Log(sum);
            for (var i = first; i < length; i += step)
            {
                y[target + (i * paceTo)] = x[source + (i * pace)] - greatest - logarithm;
            }
        }
        else
        {
            for (var i = first; i < length; i += step)
            {
                y[target + (i * paceTo)] = T.Exp(x[source + (i * pace)] - greatest) / sum;
            }
        }
    }
}
