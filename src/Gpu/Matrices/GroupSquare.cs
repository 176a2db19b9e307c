using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Which square of which product a group makes, and the launch of a group for each.</summary>
internal readonly struct GroupSquare
{
    /// <summary>The first row of the square.</summary>
    public readonly int Row;

    /// <summary>The first column of the square.</summary>
    public readonly int Column;

    /// <summary>Which part of the inner sum is made.</summary>
    public readonly int Part;

    /// <summary>Of which product.</summary>
    public readonly int Batch;

    /// <summary>The square of the group that calls, for squares of so many rows and columns.</summary>
    public GroupSquare(TiledSizes sizes, int side)
    {
        var columns = (sizes.Columns + side - 1) / side;
        var rows = (sizes.Rows + side - 1) / side;
        (Column, Row) = (Grid.IdxX % columns * side, Grid.IdxX / columns % rows * side);
        (Part, Batch) = (Grid.IdxX / columns / rows % sizes.Parts, Grid.IdxX / columns / rows / sizes.Parts);
    }

    /// <summary>Launches a kernel for all squares of all products.</summary>
    public static void Launch<T>(
        GpuBackend backend, Launcher<TileLaunch<T>> kernel, int side, View a, View b, ArrayView<T> to, Layout c,
        TiledSizes sizes)
        where T : unmanaged
    {
        var left = new TileOperand(a.Layout, a.Layout.Rank - 2, a.Layout.Rank - 1);
        var right = new TileOperand(b.Layout, b.Layout.Rank - 1, b.Layout.Rank - 2);
        var squares = (((long)sizes.Rows + side - 1) / side) * (((long)sizes.Columns + side - 1) / side);
        foreach (var (batches, paces) in new Walk(First(c), First(a.Layout), First(b.Layout)).Launches())
        {
            var groups = checked((int)(squares * sizes.Parts * batches.Count));
            lock (backend.Gate)
            {
                kernel.On(backend)(
                    backend.Stream, new KernelConfig(groups, GpuBackend.MostThreadsInGroup),
                    a.Elements<T>(), b.Elements<T>(), to, batches, paces[1], paces[2], paces[0], left, right, sizes);
            }
        }
    }

    // Where the matrices begin.
    private static Layout First(Layout layout) => layout.Select(layout.Rank - 1, 0).Select(layout.Rank - 2, 0);
}

/// <summary>A kernel that makes products in squares: its arguments after stream and configuration.</summary>
internal delegate void TileLaunch<T>(
    AcceleratorStream stream, KernelConfig config,
    ArrayView<T> a, ArrayView<T> b, ArrayView<T> c, Extent batches, Paces ofA, Paces ofB, Paces ofC,
    TileOperand left, TileOperand right, TiledSizes sizes)
    where T : unmanaged;
