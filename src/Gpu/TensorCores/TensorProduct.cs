using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// c = a·b, or c + a·b, by tensor cores: as <see cref="TiledProduct{TTile, T}"/>, but that operands are rounded to
/// words on their way to shared memory, and that a warp multiplies them together.
/// </summary>
internal static class TensorProduct<TFactor>
    where TFactor : struct, IFactor
{
    private const int Side = WordOperand<TFactor>.Side;
    private const int Pitch = WordOperand<TFactor>.Pitch;
    private const int Stretch = WordOperand<TFactor>.Stretch;

    private const int WarpsAlongRow = Side / WarpTile<TFactor>.Columns;

    private static readonly Launcher<TileLaunch<float>> Tiles = new(Multiply);

    /// <inheritdoc cref="TiledProduct{TTile, T}.Run"/>
    public static void Run(GpuBackend backend, View a, View b, ArrayView<float> to, Layout c, TiledSizes sizes) =>
        GroupSquare.Launch(backend, Tiles, Side, a, b, to, c, sizes);

    private static void Multiply(
        ArrayView<float> a, ArrayView<float> b, ArrayView<float> c, Extent batches, Paces ofA, Paces ofB, Paces ofC,
        TileOperand leftOperand, TileOperand rightOperand, TiledSizes sizes)
    {
        var shared = SharedMemory.Allocate<Four<uint>>(4 * Stretch / 4);
        var words = shared.Cast<uint>();
        var square = new GroupSquare(sizes, Side);
        var position = batches.At(square.Batch);
        var left = new WordOperand<TFactor>(leftOperand, ofA.Place(position), square.Row);
        var right = new WordOperand<TFactor>(rightOperand, ofB.Place(position), square.Column);

        var (warp, lane) = (Group.IdxX / Fragments.Lanes, Group.IdxX % Fragments.Lanes);
        var row = (warp / WarpsAlongRow * WarpTile<TFactor>.Rows) + Fragments.Line(lane);
        var firstColumn = warp % WarpsAlongRow * WarpTile<TFactor>.Columns;
        var leftPlace = row + (Fragments.Word(lane) * Pitch);
        var rightPlace = (2 * Stretch) + firstColumn + Fragments.Line(lane) + (Fragments.Word(lane) * Pitch);

        var first = square.Part * sizes.Share;
        var end = Math.Min(sizes.Depth, first + sizes.Share);
        left.Put(left.Read(a, first, end), shared, 0);
        right.Put(right.Read(b, first, end), shared, 2 * Stretch);
        Group.Barrier();

        WarpTile<TFactor> tile = default;
        var (now, step) = (0, WordOperand<TFactor>.Depth * TFactor.PerWord);
        for (var depth = first; depth < end; depth += step)
        {
            var nextLeft = left.Read(a, depth + step, end);
            var nextRight = right.Read(b, depth + step, end);
            tile = tile.Plus(words, now + leftPlace, now + rightPlace);
            tile = tile.Plus(
                words, now + leftPlace + (Fragments.Words * Pitch), now + rightPlace + (Fragments.Words * Pitch));

            now = Stretch - now;
            left.Put(nextLeft, shared, now);
            right.Put(nextRight, shared, now + (2 * Stretch));
            Group.Barrier();
        }

        tile.Store(
            c, ofC.Place(position) + (square.Part * sizes.PacePart), sizes, square.Row + row,
            square.Column + firstColumn + Fragments.Column(lane));
    }
}
