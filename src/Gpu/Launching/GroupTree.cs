using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Combines what the threads of a group have, in shared memory: a few threads combine every so many, and then each
/// combines what those have. That is three barriers; to combine pair by pair takes one for each power of two.
/// </summary>
internal static class GroupTree<TKernel, T>
    where TKernel : struct, IReductionKernel
    where T : unmanaged, INumber<T>
{
    // The root of the threads of a group: either step then takes as long.
    private const int Few = 16;

    /// <summary>What all threads' values combine to; every thread of the group must ask, and gets it.</summary>
    public static T Combine(T value) => Combine(value, 1);

    /// <summary>
    /// The same for each of several columns, a power of two: threads stand in rows, one for each column.
    /// </summary>
    public static T Combine(T value, int columns)
    {
        if (columns == Group.DimX)
        {
            return value;
        }

        var shared = SharedMemory.Allocate<T>(GpuBackend.MostThreadsInGroup);
        var few = Few * columns;
        shared[Group.IdxX] = value;
        Group.Barrier();
        if (Group.IdxX < few)
        {
            var combined = value;
            for (var i = Group.IdxX + few; i < Group.DimX; i += few)
            {
                combined = TKernel.Invoke(combined, shared[i]);
            }

            shared[Group.IdxX] = combined;
        }

        Group.Barrier();
        var column = Group.IdxX % columns;
        var total = shared[column];
        for (var i = column + columns; i < few && i < Group.DimX; i += columns)
        {
            total = TKernel.Invoke(total, shared[i]);
        }

        Group.Barrier();
        return total;
    }
}
