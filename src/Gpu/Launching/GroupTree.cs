using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Combines what the threads of a group have, pair by pair, in shared memory.</summary>
internal static class GroupTree<TKernel, T>
    where TKernel : struct, IReductionKernel
    where T : unmanaged, INumber<T>
{
    /// <summary>What all threads' values combine to; every thread of the group must ask, and gets it.</summary>
    public static T Combine(T value)
    {
        var shared = SharedMemory.Allocate<T>(GpuBackend.MostThreadsInGroup);
        shared[Group.IdxX] = value;
        Group.Barrier();
        for (var distance = Group.DimX / 2; distance > 0; distance /= 2)
        {
            if (Group.IdxX < distance)
            {
                shared[Group.IdxX] = TKernel.Invoke(shared[Group.IdxX], shared[Group.IdxX + distance]);
            }

            Group.Barrier();
        }

        var total = shared[0];
        Group.Barrier();
        return total;
    }
}
