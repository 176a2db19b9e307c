using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What kernels report that no kernel can throw: a position out of bounds. It is looked for when values are read, as
/// long as something is watched.
/// </summary>
internal sealed class Faults(Accelerator accelerator)
{
    // The number of the operation, 0 as long as all is well; the position; the length of the axis.
    private const int WordCount = 3;

    // What is not read for long is forgotten, but for its name.
    private const int MostWatched = 1 << 16;

    private readonly MemoryBuffer1D<long, Stride1D.Dense> words = Cleared(accelerator);
    private readonly List<(string Name, int Axis)> watched = [];

    /// <summary>Where kernels report.</summary>
    public ArrayView<long> Words => words.View.AsContiguous();

    /// <summary>Watches an operation, and returns the number under which it reports.</summary>
    public int Watch(string operation, int axis)
    {
        lock (watched)
        {
            if (watched.Count == MostWatched)
            {
                watched.Clear();
            }

            watched.Add((operation, axis));
            return watched.Count;
        }
    }

    /// <summary>
    /// Tells of what was reported since the last time, after all that was launched; the caller holds the gate.
    /// </summary>
    /// <exception cref="ArgumentException">A position was out of bounds.</exception>
    public void Check(AcceleratorStream stream)
    {
        lock (watched)
        {
            if (watched.Count == 0)
            {
                return;
            }

            Span<long> found = stackalloc long[WordCount];
            Words.CopyToCPU(stream, ref found[0], WordCount);
            var isKnown = found[0] > 0 && found[0] <= watched.Count;
            var operation = isKnown ? watched[(int)found[0] - 1] : (Name: "indexing", Axis: 0);
            watched.Clear();
            if (found[0] != 0)
            {
                words.MemSetToZero(stream);
                throw new ArgumentException(
                    $"{operation.Name}: index {found[1]} is out of bounds for axis {operation.Axis}, which has length "
                    + $"{found[2]}; a device says so only when values are read, and what was computed from it since is "
                    + "of no use");
            }
        }
    }

    private static MemoryBuffer1D<long, Stride1D.Dense> Cleared(Accelerator accelerator)
    {
        var buffer = accelerator.Allocate1D<long>(WordCount);
        buffer.MemSetToZero();
        return buffer;
    }
}
