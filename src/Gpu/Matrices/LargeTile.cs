using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// 64 elements a thread, 128 × 128 a group: what is read from shared memory is used eight times. A thread's four
/// squares lie half a side apart, so that threads side by side read fours side by side.
/// </summary>
internal struct LargeTile<T> : ITile<LargeTile<T>, T>
    where T : unmanaged, INumber<T>
{
    private const int Half = 64;

    private Square<T> square00;
    private Square<T> square01;
    private Square<T> square10;
    private Square<T> square11;

    public static int Side => 2 * Half;

    public static int Depth => 8;

    public readonly LargeTile<T> Plus(ArrayView<Four<T>> shared, int left, int right)
    {
        var (column0, column1) = (shared[left], shared[left + (Half / 4)]);
        var (row0, row1) = (shared[right], shared[right + (Half / 4)]);
        LargeTile<T> sum = default;
        sum.square00 = square00.Plus(column0, row0);
        sum.square01 = square01.Plus(column0, row1);
        sum.square10 = square10.Plus(column1, row0);
        sum.square11 = square11.Plus(column1, row1);
        return sum;
    }

    public readonly void Store(ArrayView<T> c, long start, TiledSizes sizes, int row, int column)
    {
        square00.Store(c, start, sizes, row, column);
        square01.Store(c, start, sizes, row, column + Half);
        square10.Store(c, start, sizes, row + Half, column);
        square11.Store(c, start, sizes, row + Half, column + Half);
    }
}
