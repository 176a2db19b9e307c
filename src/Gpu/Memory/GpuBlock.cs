using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Room on a device that is lent to one tensor at a time.</summary>
/// <param name="Slab">Where it lies.</param>
/// <param name="Start">The place of its first byte there.</param>
/// <param name="Bytes">Its size, that of its shelf.</param>
internal readonly record struct GpuBlock(GpuSlab Slab, long Start, long Bytes)
{
    /// <summary>The block as elements of a type.</summary>
    public ArrayView<T> Elements<T>(long count)
        where T : unmanaged => Slab.Bytes.SubView(Start, Bytes).Cast<T>().SubView(0, count);
}
