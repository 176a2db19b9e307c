using System.Numerics;
using ILGPU;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Two sums over all groups of a work, which may be several launches: each group leaves its own, and the last to come
/// adds up all, in their order, so that the bits do not depend on who that is.
/// </summary>
internal readonly struct GroupSums<T>(ArrayView<T> parts, ArrayView<int> arrivals, int first, int groups)
    where T : unmanaged, INumber<T>
{
    /// <summary>How many elements parts must have.</summary>
    public static long Room(int groups) => 2L * groups;

    /// <summary>Leaves what a group has, each thread the same; whether the group is the last of all.</summary>
    public bool AreComplete(T one, T other)
    {
        var before = SharedMemory.Allocate<int>(1);
        if (Group.IdxX == 0)
        {
            var place = 2 * (first + Grid.IdxX);
            (parts[place], parts[place + 1]) = (one, other);
        }

        // On OpenCL the fence is a barrier, which every thread of a group must come to.
        MemoryFence.DeviceLevel();
        if (Group.IdxX == 0)
        {
            before[0] = Atomic.Add(ref arrivals[0], 1);
        }

        Group.Barrier();
        if (before[0] != groups - 1)
        {
            return false;
        }

        MemoryFence.DeviceLevel();
        arrivals[0] = 0;
        return true;
    }

    /// <summary>One of the sums, 0 or 1; only the last group may ask.</summary>
    public T this[int number]
    {
        get
        {
            var sum = T.Zero;
            for (var group = Group.IdxX; group < groups; group += Group.DimX)
            {
                sum += parts[(2 * group) + number];
            }

            return GroupTree<Sum.Kernel, T>.Combine(sum);
        }
    }
}
