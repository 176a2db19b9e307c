using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Elements moved between a tensor and the places in a table that an index names along an axis. A position out of
/// bounds is reported and passed over, for a kernel cannot throw.
/// </summary>
internal static class Indexing<TMove, T>
    where TMove : struct, IMove<T>
    where T : unmanaged
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> table, ArrayView<long> index, ArrayView<T> elements, Extent extent, Paces places, Paces at,
        Paces along, Picked picked, ArrayView<long> faults);

    private static readonly Launcher<Launch> Any = new(Move);

    /// <summary>Moves all; the elements have the shape of the index.</summary>
    public static void Run(GpuBackend backend, View table, int axis, View index, View elements)
    {
        // Along the axis, the table stays at its start: the index says where to go.
        var start = table.Layout.Standing(axis, elements.Shape);
        foreach (var (extent, paces) in new Walk(elements.Layout, start, index.Layout).Launches())
        {
            lock (backend.Gate)
            {
                var number = backend.Faults.Watch(TMove.Name, axis, table.Shape[axis]);
                var picked = new Picked(table.Layout.Strides[axis], table.Shape[axis], number);
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    table.Elements<T>(), index.Elements<long>(), elements.Elements<T>(),
                    extent, paces[1], paces[2], paces[0], picked, backend.Faults.Words);
            }
        }
    }

    private static void Move(
        ArrayView<T> table, ArrayView<long> index, ArrayView<T> elements, Extent extent, Paces places, Paces at,
        Paces along, Picked picked, ArrayView<long> faults)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            var chosen = index[at.Place(position)];
            if (picked.Has(chosen, faults))
            {
                TMove.Move(
                    ref table[places.Place(position) + (chosen * picked.Pace)], ref elements[along.Place(position)]);
            }
        }
    }
}

/// <summary>What becomes of an element and its place in the table.</summary>
internal interface IMove<T>
{
    /// <summary>The operation that errors name.</summary>
    static abstract string Name { get; }

    /// <summary>Moves one.</summary>
    static abstract void Move(ref T place, ref T element);
}

/// <summary>The element is read from its place.</summary>
internal readonly struct Gathered<T> : IMove<T>
{
    public static string Name => "gather";

    public static void Move(ref T place, ref T element) => element = place;
}

/// <summary>
/// The element is added to its place, in no order: sums of real numbers may differ in the last digits from run to run.
/// </summary>
internal readonly struct Added : IMove<long>, IMove<float>, IMove<double>
{
    public static string Name => "scatter_add";

    public static void Move(ref long place, ref long element) => Atomic.Add(ref place, element);

    public static void Move(ref float place, ref float element) => Atomic.Add(ref place, element);

    public static void Move(ref double place, ref double element) => Atomic.Add(ref place, element);
}
