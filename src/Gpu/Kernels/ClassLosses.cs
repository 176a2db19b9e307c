using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Losses of lines of scores against class numbers, reduced in the same launch: the last group to come adds up what all
/// have left.
/// </summary>
internal static class ClassLosses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> labels, ArrayView<T> weight, ArrayView<T> y,
        Extent lines, Paces from, Paces at, Paces to, ClassLine<T> line,
        GroupSums<T> sums, int isReduced, int isMean);

    private static readonly Launcher<Launch> Groups = new(Compute<WholeGroup>);
    private static readonly Launcher<Launch> Threads = new(Compute<OneThread>);

    public static void Run(GpuBackend backend, ClassLoss loss, View x, View labels, View? weight, View y)
    {
        if (labels.Layout.Count == 0)
        {
            Filling<T>.Run(backend, y, loss.IsMean ? T.NaN : T.Zero);
            return;
        }

        var axis = ClassLabels.Axis(x.Shape);
        var (classes, pace) = (x.Shape[axis], x.Layout.Strides[axis]);
        var line = new ClassLine<T>(loss, weight is not null, pace, classes);
        var to = loss.IsReduced ? y.Layout.Expand(labels.Shape) : y.Layout;
        var launches = new Walk(x.Layout.Select(axis, 0), labels.Layout, to).Launches().ConvertAll(launch =>
        {
            var isByGroups = Lines.AreForGroups(backend, launch.Extent, classes, pace);
            var config = backend.Lines(isByGroups, launch.Extent.Count);
            return (launch.Extent, launch.Paces, isByGroups, config);
        });
        var (first, groups) = (0, launches.Sum(launch => launch.config.GridDim.X));
        var parts = loss.IsReduced ? new GpuStorage(backend, y.DType, GroupSums<T>.Room(groups)) : null;
        lock (backend.Gate)
        {
            // All compile before the first is launched: a work that stops in between would leave its count to the next.
            var ready = launches.ConvertAll(launch => (launch.isByGroups ? Groups : Threads).On(backend));
            foreach (var (launch, (extent, paces, _, config)) in ready.Zip(launches))
            {
                launch(
                    backend.Stream, config,
                    x.Elements<T>(), labels.Elements<long>(), (weight ?? x).Elements<T>(), y.Elements<T>(),
                    extent, paces[0], paces[1], paces[2], line,
                    new(parts?.Elements<T>() ?? y.Elements<T>(), backend.Arrivals.Counter, first, groups),
                    loss.IsReduced ? 1 : 0, loss.IsMean ? 1 : 0);
                first += config.GridDim.X;
            }
        }

        parts?.GiveBack();
    }

    private static void Compute<TTeam>(
        ArrayView<T> x, ArrayView<long> labels, ArrayView<T> weight, ArrayView<T> y,
        Extent lines, Paces from, Paces at, Paces to, ClassLine<T> line,
        GroupSums<T> sums, int isReduced, int isMean)
        where TTeam : struct, ITeam
    {
        var (total, count) = (T.Zero, T.Zero);
        for (var number = TTeam.FirstLine; number < lines.Count; number += TTeam.Teams)
        {
            var position = lines.At(number);
            var source = from.Place(position);
            var (top, logarithm, spread) = (T.Zero, T.Zero, T.Zero);
            if (line.OfLogits != 0)
            {
                top = SoftmaxLine<TTeam, T>.Top(x, source, line.Pace, line.Classes);
                logarithm = T.Log(SoftmaxLine<TTeam, T>.Sum(x, source, line.Pace, line.Classes, top));
            }

            if (line.IsSmoothed != 0)
            {
                for (var c = TTeam.First; c < line.Classes; c += TTeam.Threads)
                {
                    spread += line.Weight(weight, c) * (x[source + (c * line.Pace)] - top - logarithm);
                }

                spread = TTeam.Combine<Sum.Kernel, T>(spread) * line.Even;
            }

            // Every thread of a team adds up: PoCL takes a sum that only one has for everybody's.
            var label = labels[at.Place(position)];
            var (loss, factor) = (T.Zero, T.Zero);
            if (line.Counts(label))
            {
                factor = line.Weight(weight, label);
                loss = -((line.Share * factor * (x[source + (label * line.Pace)] - top - logarithm)) + spread);
            }

            (total, count) = (total + loss, count + factor);
            if (isReduced == 0 && TTeam.First == 0)
            {
                y[to.Place(position)] = loss;
            }
        }

        if (isReduced != 0 && sums.AreComplete(TTeam.SumOfTeams(total), TTeam.SumOfTeams(count)))
        {
            (total, count) = (sums[0], sums[1]);
            y[to.Start] = isMean != 0 ? total / count : total;
        }
    }
}
