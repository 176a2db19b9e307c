using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What a mean over labels divides by: the weights of all that count.</summary>
internal static class ClassCounts<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<long> labels, ArrayView<T> weight, Extent lines, Paces at, ClassLine<T> line,
        GroupSums<T> sums, ArrayView<T> count);

    private static readonly Launcher<Launch> All = new(Count);

    /// <summary>Counts labels; who is given the count gives it back.</summary>
    public static GpuStorage Run(GpuBackend backend, ClassLine<T> line, View labels, View weight)
    {
        var count = new GpuStorage(backend, weight.DType, 1);
        var launches = new Walk(labels.Layout).Launches().ConvertAll(
            launch => (launch.Extent, launch.Paces, Config: backend.Threads(launch.Extent.Count)));
        var (first, groups) = (0, launches.Sum(launch => launch.Config.GridDim.X));
        var parts = new GpuStorage(backend, weight.DType, GroupSums<T>.Room(groups));
        lock (backend.Gate)
        {
            foreach (var (extent, paces, config) in launches)
            {
                All.On(backend)(
                    backend.Stream, config, labels.Elements<long>(), weight.Elements<T>(), extent, paces[0], line,
                    new(parts.Elements<T>(), backend.Arrivals.Counter, first, groups), count.Elements<T>());
                first += config.GridDim.X;
            }
        }

        parts.GiveBack();
        return count;
    }

    /// <summary>The weights of some labels that count: from a first one, every so many.</summary>
    public static T Sum(
        ArrayView<long> labels, ArrayView<T> weight, Extent lines, Paces at, ClassLine<T> line, int first, int step)
    {
        var sum = T.Zero;
        for (var i = first; i < lines.Count; i += step)
        {
            var label = labels[at.Place(lines.At(i))];
            if (line.Counts(label))
            {
                sum += line.Weight(weight, label);
            }
        }

        return sum;
    }

    private static void Count(
        ArrayView<long> labels, ArrayView<T> weight, Extent lines, Paces at, ClassLine<T> line,
        GroupSums<T> sums, ArrayView<T> count)
    {
        var sum = Sum(labels, weight, lines, at, line, Thread.First, Thread.Count);
        if (sums.AreComplete(OneThread.SumOfTeams(sum), T.Zero))
        {
            count[0] = sums[0];
        }
    }
}
