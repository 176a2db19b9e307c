using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// c = a·b, or c + a·b: a group makes a square of c, each thread some of it in registers, from stretches of rows of a
/// and columns of b in shared memory. There is room for two of each: while one is multiplied, the next is read.
/// </summary>
internal static class TiledProduct<TTile, T>
    where TTile : struct, ITile<TTile, T>
    where T : unmanaged, INumber<T>
{
    // Along each side of a group.
    private const int Threads = 16;

    private const int Fours = TiledSizes.Stretch / 4;

    private static readonly Launcher<TileLaunch<T>> Tiles = new(Multiply);

    /// <summary>Makes the product, or parts of its inner sum, one after the other from c on.</summary>
    public static void Run(GpuBackend backend, View a, View b, ArrayView<T> to, Layout c, TiledSizes sizes) =>
        GroupSquare.Launch(backend, Tiles, TTile.Side, a, b, to, c, sizes);

    private static void Multiply(
        ArrayView<T> a, ArrayView<T> b, ArrayView<T> c, Extent batches, Paces ofA, Paces ofB, Paces ofC,
        TileOperand left, TileOperand right, TiledSizes sizes)
    {
        var shared = SharedMemory.Allocate<Four<T>>(TiledSizes.SharedElements / 4);
        var pitch = TTile.Side + 4;
        var square = new GroupSquare(sizes, TTile.Side);
        var position = batches.At(square.Batch);
        var (startA, startB) = (ofA.Place(position), ofB.Place(position));
        var startC = ofC.Place(position) + (square.Part * sizes.PacePart);

        var thread = Group.IdxX;
        var (leftLine, leftDepth) =
            (left.LineOf(thread, TTile.Side, TTile.Depth), left.DepthOf(thread, TTile.Side, TTile.Depth));
        var (rightLine, rightDepth) =
            (right.LineOf(thread, TTile.Side, TTile.Depth), right.DepthOf(thread, TTile.Side, TTile.Depth));
        var leftPlace = (leftDepth * pitch) + leftLine;
        var rightPlace = (2 * TiledSizes.Stretch) + (rightDepth * pitch) + rightLine;
        (leftLine, rightLine) = (leftLine + square.Row, rightLine + square.Column);
        var (threadRow, threadColumn) = (thread / Threads, thread % Threads);

        var first = square.Part * sizes.Share;
        var end = Math.Min(sizes.Depth, first + sizes.Share);
        left.Put(left.Read(a, startA, leftLine, first + leftDepth, end), shared, leftPlace, pitch);
        right.Put(right.Read(b, startB, rightLine, first + rightDepth, end), shared, rightPlace, pitch);
        Group.Barrier();

        TTile tile = default;
        var now = 0;
        for (var depth = first; depth < end; depth += TTile.Depth)
        {
            var nextLeft = left.Read(a, startA, leftLine, depth + TTile.Depth + leftDepth, end);
            var nextRight = right.Read(b, startB, rightLine, depth + TTile.Depth + rightDepth, end);
            var (atLeft, atRight) = (now + threadRow, now + (2 * Fours) + threadColumn);
            for (var step = 0; step < TTile.Depth; step += 4)
            {
                tile = tile.Plus(shared, atLeft, atRight);
                tile = tile.Plus(shared, atLeft + (pitch / 4), atRight + (pitch / 4));
                tile = tile.Plus(shared, atLeft + (2 * pitch / 4), atRight + (2 * pitch / 4));
                tile = tile.Plus(shared, atLeft + (3 * pitch / 4), atRight + (3 * pitch / 4));
                (atLeft, atRight) = (atLeft + pitch, atRight + pitch);
            }

            now = Fours - now;
            left.Put(nextLeft, shared, (4 * now) + leftPlace, pitch);
            right.Put(nextRight, shared, (4 * now) + rightPlace, pitch);
            Group.Barrier();
        }

        tile.Store(c, startC, sizes, square.Row + (4 * threadRow), square.Column + (4 * threadColumn));
    }
}
