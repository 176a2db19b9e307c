using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>16 elements a thread, 64 × 64 a group: for products that would be too few larger tiles.</summary>
internal struct SmallTile<T> : ITile<SmallTile<T>, T>
    where T : unmanaged, INumber<T>
{
    private Square<T> square;

    public static int Side => 64;

    public static int Depth => 16;

    public readonly SmallTile<T> Plus(ArrayView<Four<T>> shared, int left, int right)
    {
        SmallTile<T> sum = default;
        sum.square = square.Plus(shared[left], shared[right]);
        return sum;
    }

    public readonly void Store(ArrayView<T> c, long start, TiledSizes sizes, int row, int column) =>
        square.Store(c, start, sizes, row, column);
}
