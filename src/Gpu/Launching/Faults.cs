using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What kernels report that no kernel can throw: a number out of range. It is told when values are read, to whoever
/// reads first, as long as something is watched; of several findings the first, from which the others may follow.
/// </summary>
/// <remarks>
/// The caller of every member holds the gate until it has launched what it watches: so operations have their numbers
/// in the order in which they run, and a look at the words is one at all that were watched before.
/// </remarks>
internal sealed class Faults(Accelerator accelerator)
{
    // The number of the operation, 0 as long as all is well; what it found; where.
    private const int WordCount = 3;

    // What is not read for long is forgotten, but for its finding.
    private const int MostWatched = 1 << 14;

    private readonly MemoryBuffer1D<long, Stride1D.Dense> words = Cleared(accelerator);
    private readonly Func<long, long, string>?[] watched = new Func<long, long, string>?[MostWatched];
    private long last;
    private long told;

    /// <summary>Where kernels report.</summary>
    public ArrayView<long> Words => words.View.AsContiguous();

    /// <summary>Reports, within a kernel, a value and its place; what was reported first stays.</summary>
    public static void Report(ArrayView<long> words, long number, long value, long place)
    {
        if (Atomic.CompareExchange(ref words[0], 0L, number) == 0)
        {
            words[1] = value;
            words[2] = place;
        }
    }

    /// <summary>Watches an operation, and returns the number under which it reports, which no other ever has.</summary>
    /// <param name="tell">What is said of the value and the place that it reports.</param>
    public long Watch(Func<long, long, string> tell)
    {
        watched[++last % MostWatched] = tell;
        return last;
    }

    /// <summary>Watches an operation that takes elements at positions along an axis.</summary>
    public long Watch(string operation, int axis, int length) => Watch((position, _) =>
        $"{operation}: index {position} is out of bounds for axis {axis}, which has length {length}");

    /// <summary>Tells of what was reported since the last time, after all that was launched.</summary>
    /// <exception cref="DeviceFaultException">A number was out of range.</exception>
    public void Check(AcceleratorStream stream)
    {
        if (last == told)
        {
            return;
        }

        Span<long> found = stackalloc long[WordCount];
        Words.CopyToCPU(stream, ref found[0], WordCount);
        var (number, value, place) = (found[0], found[1], found[2]);
        var message = number == 0 ? null
            : number > last - MostWatched ? watched[number % MostWatched]!(value, place)
            : $"a whole number, {value}, was out of range in an operation that {last - number:N0} others followed";
        Forget();
        if (message is not null)
        {
            words.MemSetToZero(stream);
            throw new DeviceFaultException(
                $"{message}; a device says so only when values are read, so compute again what came after it");
        }
    }

    private void Forget()
    {
        for (told = Math.Max(told, last - MostWatched); told < last; told++)
        {
            watched[(told + 1) % MostWatched] = null;
        }
    }

    private static MemoryBuffer1D<long, Stride1D.Dense> Cleared(Accelerator accelerator)
    {
        var buffer = accelerator.Allocate1D<long>(WordCount);
        buffer.MemSetToZero();
        return buffer;
    }
}
