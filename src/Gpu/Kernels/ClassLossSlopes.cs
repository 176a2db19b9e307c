using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The gradient by lines of scores of their losses against class numbers: (Σp·softmax(x) − p)·gradient, or −p·gradient,
/// where p is the target as smoothed and weighted. What a mean was divided by is counted anew, where there are few
/// labels by every group in the same launch.
/// </summary>
internal static class ClassLossSlopes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // To count more than these in every group takes longer than a launch.
    private const int MostCountedByEach = 2048;

    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> labels, ArrayView<T> weight, ArrayView<T> gradient, ArrayView<T> y,
        Extent lines, Paces from, Paces at, Paces given, Paces to, ClassLine<T> line, long paceTo,
        ArrayView<T> count, int isMean, int isCounted);

    private static readonly Launcher<Launch> Groups = new(Compute<WholeGroup>);
    private static readonly Launcher<Launch> Threads = new(Compute<OneThread>);

    public static void Run(
        GpuBackend backend, ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        var axis = ClassLabels.Axis(x.Shape);
        var (classes, pace) = (x.Shape[axis], x.Layout.Strides[axis]);
        var line = new ClassLine<T>(loss, weight is not null, pace, classes);
        var launches = new Walk(
            x.Layout.Select(axis, 0), labels.Layout, gradient.Layout.Expand(labels.Shape),
            y.Layout.Select(axis, 0)).Launches();
        var isCounted = loss.IsMean && (launches.Count > 1 || labels.Layout.Count > MostCountedByEach);
        var count = isCounted ? ClassCounts<T>.Run(backend, line, labels, weight ?? x) : null;
        foreach (var (extent, paces) in launches)
        {
            var isByGroups = Lines.AreForGroups(backend, extent, classes, pace);
            lock (backend.Gate)
            {
                var launch = (isByGroups ? Groups : Threads).On(backend);
                launch(
                    backend.Stream, backend.Lines(isByGroups, extent.Count),
                    x.Elements<T>(), labels.Elements<long>(), (weight ?? x).Elements<T>(), gradient.Elements<T>(),
                    y.Elements<T>(), extent, paces[0], paces[1], paces[2], paces[3], line, y.Layout.Strides[axis],
                    count?.Elements<T>() ?? y.Elements<T>(),
                    loss.IsMean ? 1 : 0, isCounted ? 1 : 0);
            }
        }

        count?.GiveBack();
    }

    private static void Compute<TTeam>(
        ArrayView<T> x, ArrayView<long> labels, ArrayView<T> weight, ArrayView<T> gradient, ArrayView<T> y,
        Extent lines, Paces from, Paces at, Paces given, Paces to, ClassLine<T> line, long paceTo,
        ArrayView<T> count, int isMean, int isCounted)
        where TTeam : struct, ITeam
    {
        var divisor = T.One;
        if (isCounted != 0)
        {
            divisor = count[0];
        }
        else if (isMean != 0)
        {
            divisor = GroupTree<Sum.Kernel, T>.Combine(ClassCounts<T>.Sum(
                labels, weight, lines, at, line, Group.IdxX, Group.DimX));
        }

        // Where nothing counts the mean is NaN, but nothing depends on the scores.
        if (divisor == T.Zero)
        {
            divisor = T.One;
        }

        var spread = T.Zero;
        if (line.IsSmoothed != 0)
        {
            for (var c = TTeam.First; c < line.Classes; c += TTeam.Threads)
            {
                spread += line.Even * line.Weight(weight, c);
            }

            spread = TTeam.Combine<Sum.Kernel, T>(spread);
        }

        for (var number = TTeam.FirstLine; number < lines.Count; number += TTeam.Teams)
        {
            var position = lines.At(number);
            var (source, target) = (from.Place(position), to.Place(position));
            var (label, slope) = (labels[at.Place(position)], gradient[given.Place(position)] / divisor);
            var (own, each, mass) = (T.Zero, T.Zero, T.Zero);
            if (line.Counts(label))
            {
                own = line.Share * line.Weight(weight, label);
                (each, mass) = (line.Even, own + spread);
            }

            var top = T.Zero;
            if (line.OfLogits != 0)
            {
                top = SoftmaxLine<TTeam, T>.Top(x, source, line.Pace, line.Classes);
                mass = mass * slope / SoftmaxLine<TTeam, T>.Sum(x, source, line.Pace, line.Classes, top);
            }

            for (var c = TTeam.First; c < line.Classes; c += TTeam.Threads)
            {
                var value = T.Zero;
                if (line.OfLogits != 0)
                {
                    value = T.Exp(x[source + (c * line.Pace)] - top) * mass;
                }

                if (c == label)
                {
                    value -= own * slope;
                }

                if (line.IsSmoothed != 0)
                {
                    value -= each * line.Weight(weight, c) * slope;
                }

                y[target + (c * paceTo)] = value;
            }
        }
    }
}
