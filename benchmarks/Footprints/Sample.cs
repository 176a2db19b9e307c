using System.Runtime;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>What there is, in bytes, after some steps.</summary>
/// <param name="Step">How many steps.</param>
/// <param name="Resident">Of the process, as the system counts.</param>
/// <param name="Methods">How many methods the runtime has compiled, each time counted.</param>
/// <param name="Allocated">In the allocator's blocks that are lent.</param>
/// <param name="Idle">In the allocator's blocks that wait.</param>
/// <param name="MostAllocated">The most that was lent so far.</param>
internal sealed record Sample(int Step, long Resident, long Methods, long Allocated, long Idle, long MostAllocated)
{
    /// <summary>What there is now.</summary>
    public static Sample Take(int step) => new(
        step, ProcessMemory.Resident, JitInfo.GetCompiledMethodCount(), Memory.MemoryAllocated,
        Memory.MemoryReserved - Memory.MemoryAllocated, Memory.MaxMemoryAllocated);
}
