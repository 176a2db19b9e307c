using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>softmax along an axis, or its logarithm, line by line.</summary>
internal static class SoftmaxLines<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo,
        int isLogarithm);

    private static readonly Launcher<Launch> Groups = new(Compute<WholeGroup>);
    private static readonly Launcher<Launch> Threads = new(Compute<OneThread>);

    public static void Run(GpuBackend backend, View x, int axis, bool logarithm, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        if (axis == x.Layout.Rank - 1 && HeldRow.Fits(backend, x.Shape[axis], x, y))
        {
            HeldSoftmax<T>.Run(backend, x, logarithm, y);
            return;
        }

        var lines = new Lines(axis, y.Layout, x.Layout);
        var (pace, paceTo) = (x.Layout.Strides[axis], y.Layout.Strides[axis]);
        foreach (var (extent, paces) in lines.Launches())
        {
            var isByGroups = Lines.AreForGroups(backend, extent, lines.Length, pace);
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

    private static void Compute<TTeam>(
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo,
        int isLogarithm)
        where TTeam : struct, ITeam
    {
        for (var line = TTeam.FirstLine; line < lines.Count; line += TTeam.Teams)
        {
            var position = lines.At(line);
            var (source, target) = (from.Place(position), to.Place(position));
            var top = SoftmaxLine<TTeam, T>.Top(x, source, pace, length);
            var sum = SoftmaxLine<TTeam, T>.Sum(x, source, pace, length, top);
            if (isLogarithm != 0)
            {
                var logarithm = T.Log(sum);
                for (var i = TTeam.First; i < length; i += TTeam.Threads)
                {
                    y[target + (i * paceTo)] = x[source + (i * pace)] - top - logarithm;
                }
            }
            else
            {
                for (var i = TTeam.First; i < length; i += TTeam.Threads)
                {
                    y[target + (i * paceTo)] = T.Exp(x[source + (i * pace)] - top) / sum;
                }
            }
        }
    }
}
