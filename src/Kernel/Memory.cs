using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// What graphs keep in memory, now and over time; and what the processor's allocator has, under the names of
/// <c>torch.cuda</c>: blocks of 8,192 elements and more. Smaller ones are the runtime's, as all objects are.
/// </summary>
public static class Memory
{
    /// <summary>
    /// Gets told of memory that a program keeps in vain, in words for its author, once. Where nobody listens, that goes
    /// to the standard error.
    /// </summary>
    public static event Action<string>? Advised;

    /// <summary>
    /// The bytes that tensors have in the allocator's blocks. A tensor that nobody refers to any more counts until the
    /// allocator has found that out; after <see cref="EmptyCache"/> all have been found.
    /// </summary>
    public static long MemoryAllocated => HostMemory.Allocated;

    /// <summary>The bytes of all blocks of the allocator: those that tensors lie in, and those that wait.</summary>
    public static long MemoryReserved => HostMemory.Reserved;

    /// <summary>
    /// The largest <see cref="MemoryAllocated"/> since the start or since <see cref="ResetPeakMemoryStats"/>.
    /// </summary>
    public static long MaxMemoryAllocated => HostMemory.MaxAllocated;

    /// <summary>Lets <see cref="MaxMemoryAllocated"/> begin anew.</summary>
    public static void ResetPeakMemoryStats() => HostMemory.ResetMax();

    /// <summary>
    /// Finds the blocks that no tensor lies in any more, and hands back to the system all that wait. There is no need
    /// to: what waits is used again, and does not grow. Takes a full collection.
    /// </summary>
    public static void EmptyCache() => HostMemory.Empty();

    /// <summary>The same of any device: <c>Memory.Of(Device.Gpu()).MemoryAllocated</c>.</summary>
    /// <exception cref="InvalidOperationException">The device does not tell.</exception>
    public static DeviceMemory Of(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.Backend is IBackendMemory memory
            ? new DeviceMemory(memory)
            : throw new InvalidOperationException($"memory: {device} does not tell what it has; Memory tells of cpu");
    }

    /// <summary>The bytes that a tensor and the graph behind it keep alive now, block by block.</summary>
    public static MemoryLedger Ledger(Tensor output) => LedgerInspector.Inspect(output);

    /// <summary>
    /// The memory of the graph behind a tensor over time: operation by operation as it was recorded, and as
    /// <c>Backward</c> will go, with its peak. Goes through no derivative and calls no hook.
    /// </summary>
    public static MemoryTimeline Timeline(Tensor output) => TimelineInspector.Inspect(output);

    /// <summary>Tells of memory kept in vain.</summary>
    internal static void Advise(string advice) => Advice.Give(Advised, advice);
}
