using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// A ring of page-locked memory that small uploads go through: the device takes them from there when it comes to it, so
/// that nobody waits. Large ones are waited for; their time is the bus's anyway.
/// </summary>
internal sealed class Staging(Accelerator accelerator)
{
    private const int Length = 4 << 20;
    private const int LargestPart = Length / 4;

    // What begins here is fit for elements of any type.
    private const int Alignment = 16;

    private readonly PageLockedArray1D<byte> ring = accelerator.AllocatePageLocked1D<byte>(Length, uninitialized: true);
    private int next;

    /// <summary>How often a thread has waited for the device.</summary>
    public long Waits { get; private set; }

    /// <summary>
    /// Copies elements to the start of a block, in the order of the stream; the caller holds the gate.
    /// </summary>
    public unsafe void Upload<T>(AcceleratorStream stream, ReadOnlySpan<T> values, ArrayView<T> target)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        if (bytes.Length > LargestPart)
        {
            Waits++;

            // ILGPU copies from the address; the collector must not move what lies there.
            fixed (T* first = values)
            {
                target.SubView(0, values.Length).CopyFromCPU(stream, ref *first, values.Length);
            }

            return;
        }

        if (next + bytes.Length > Length)
        {
            // All that lies there has been taken.
            Waits++;
            stream.Synchronize();
            next = 0;
        }

        var part = ring.Span.Slice(next, bytes.Length);
        bytes.CopyTo(part);
        ref var staged = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, T>(part));
        target.SubView(0, values.Length).CopyFromCPUUnsafeAsync(stream, ref staged, values.Length);
        next += (bytes.Length + Alignment - 1) / Alignment * Alignment;
    }
}
