using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Rows that are read but once: each thread of a group holds four elements of a row, from the first thread on, so that
/// what is worked out of all is applied to what is still there.
/// </summary>
internal static class HeldRow
{
    // As many threads as run in step anyway.
    private const int FewestThreads = 32;

    /// <summary>Whether rows of a length lie one after another in all views, and a group has threads enough.</summary>
    public static bool Fits(GpuBackend backend, int length, params ReadOnlySpan<View> views)
    {
        foreach (var view in views)
        {
            if (!view.Layout.IsContiguous || view.Layout.Offset % 4 != 0)
            {
                return false;
            }
        }

        return length > 0 && length % 4 == 0 && length <= 4 * backend.GroupSize;
    }

    /// <summary>A group for each of so many rows, of a power of two of threads; each takes several where there are many.</summary>
    public static KernelConfig Groups(GpuBackend backend, long rows, int length)
    {
        var threads = Math.Max(FewestThreads, (int)BitOperations.RoundUpToPowerOf2((uint)length / 4));
        return new(backend.Groups(rows).GridDim.X, Math.Min(threads, backend.GroupSize));
    }

    /// <summary>What the thread holds; beyond the row's end, four times what is said.</summary>
    public static Four<T> Load<T>(ArrayView<T> x, long start, int length, T beyond)
        where T : unmanaged => 4 * Group.IdxX < length
        ? Four<T>.At(x, start + (4 * Group.IdxX))
        : Four<T>.All(beyond);

    /// <summary>Writes what the thread holds, if it is not beyond the row's end.</summary>
    public static void Store<T>(Four<T> four, ArrayView<T> y, long start, int length)
        where T : unmanaged
    {
        if (4 * Group.IdxX < length)
        {
            four.StoreAt(y, start + (4 * Group.IdxX));
        }
    }
}
