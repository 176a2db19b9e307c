using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What was allocated on a device in one go; blocks are cut from it.</summary>
internal sealed class GpuSlab(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
{
    /// <summary>All bytes.</summary>
    public ArrayView<byte> Bytes { get; } = buffer.View.AsContiguous();

    /// <summary>How many of its bytes are cut.</summary>
    public long Cut { get; set; }

    /// <summary>How many of its blocks are lent.</summary>
    public int Lent { get; set; }

    /// <summary>Its size in bytes.</summary>
    public long Length => buffer.LengthInBytes;

    /// <summary>Hands the memory back to the device.</summary>
    public void Free() => buffer.Dispose();
}
