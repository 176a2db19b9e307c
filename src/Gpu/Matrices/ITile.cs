using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What a thread of a group of 16 × 16 makes of a product, in registers: elements of the square of c that the group
/// makes.
/// </summary>
internal interface ITile<TSelf, T>
    where TSelf : struct, ITile<TSelf, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The rows and columns of the square.</summary>
    static abstract int Side { get; }

    /// <summary>How many columns of a, and rows of b, lie in shared memory at a time; 1024 elements of each.</summary>
    static abstract int Depth { get; }

    /// <summary>The tile, with the product of a column of a and a row of b added.</summary>
    /// <param name="shared">Both in fours.</param>
    /// <param name="left">Where the thread's first elements of the column are.</param>
    /// <param name="right">Where those of the row are.</param>
    TSelf Plus(ArrayView<Four<T>> shared, int left, int right);

    /// <summary>Writes the elements to c.</summary>
    void Store(ArrayView<T> c, long start, TiledSizes sizes, int row, int column);
}
