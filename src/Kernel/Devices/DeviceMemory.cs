using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>What the allocator of a device has, under the names of <c>torch.cuda</c>.</summary>
public sealed class DeviceMemory
{
    private readonly IBackendMemory memory;

    internal DeviceMemory(IBackendMemory memory) => this.memory = memory;

    /// <summary>
    /// The bytes that tensors have in the allocator's blocks. A tensor that nobody refers to any more counts until the
    /// allocator has found that out; after <see cref="EmptyCache"/> all have been found.
    /// </summary>
    public long MemoryAllocated => memory.Allocated;

    /// <summary>The bytes of all blocks of the allocator: those that tensors lie in, and those that wait.</summary>
    public long MemoryReserved => memory.Reserved;

    /// <summary>
    /// The largest <see cref="MemoryAllocated"/> since the start or since <see cref="ResetPeakMemoryStats"/>.
    /// </summary>
    public long MaxMemoryAllocated => memory.MaxAllocated;

    /// <summary>Lets <see cref="MaxMemoryAllocated"/> begin anew.</summary>
    public void ResetPeakMemoryStats() => memory.ResetMax();

    /// <summary>
    /// Finds the blocks that no tensor lies in any more, and hands back to the system all that wait. There is no need
    /// to: what waits is used again, and does not grow. Takes a full collection.
    /// </summary>
    public void EmptyCache() => memory.Empty();

    /// <inheritdoc/>
    public override string ToString() =>
        $"memory: {MemoryAllocated:N0} bytes allocated, {MaxMemoryAllocated:N0} at most, {MemoryReserved:N0} reserved";
}
