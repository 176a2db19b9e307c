using System.Numerics;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Products of matrices on the processor; the same operands give the same bits every time, on however many threads.
/// </summary>
/// <remarks>
/// Strides count elements and may be any, 0 included, so that transposed and expanded matrices are read where they
/// are. Nothing is skipped for being 0: 0 · NaN and 0 · ∞ are NaN, as IEEE 754 says.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Up to so many multiplications, arranging them well costs more than doing them.</summary>
    private const long FewMultiplications = 64;

    /// <summary>From so many multiplications on, some 40 µs of work, it pays to have other threads help.</summary>
    public const long WorthSharing = 1 << 22;

    /// <summary>About the multiplications of a piece that a thread takes, where they come in small lots.</summary>
    public const long PieceMultiplications = 1 << 18;

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="columns">The columns of b and c.</param>
    /// <param name="depth">The columns of a and rows of b; with 0 the product is 0.</param>
    /// <param name="a">The left operand; any strides.</param>
    /// <param name="b">The right operand; any strides.</param>
    /// <param name="c">The result; its columns lie side by side. Overlaps neither a nor b.</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    public static void Multiply<T>(
        int rows, int columns, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if ((long)rows * columns * depth <= FewMultiplications)
        {
            MultiplyPlain(rows, columns, depth, a, b, c, accumulate);
        }
        else if (!VectorProduct<T>.TryMultiply(rows, columns, depth, a, b, c, accumulate))
        {
            MultiplyBlocks(rows, columns, depth, a, b, c, accumulate);
        }
    }

    /// <summary>
    /// Sets c, or adds to it, by the definition, for any type of numbers; the parameters are those of
    /// <see cref="Multiply"/>.
    /// </summary>
    public static void MultiplyPlain<T>(
        int rows, int columns, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        for (var row = 0; row < rows; row++)
        {
            var target = new Span<T>(c.At(row, 0), columns);
            if (!accumulate)
            {
                target.Clear();
            }

            for (var level = 0; level < depth; level++)
            {
                var factor = *a.At(row, level);
                for (var column = 0; column < target.Length; column++)
                {
                    target[column] += factor * *b.At(level, column);
                }
            }
        }
    }

    /// <summary>Takes the widest registers of which c's columns fill more than half.</summary>
    private static void MultiplyBlocks<T>(
        int rows, int columns, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated && columns > Vector256<T>.Count)
        {
            BlockedProduct<T, Vector512<T>, Width512<T>>.Multiply(rows, columns, depth, a, b, c, accumulate);
        }
        else if (Vector256.IsHardwareAccelerated && columns > Vector128<T>.Count)
        {
            BlockedProduct<T, Vector256<T>, Width256<T>>.Multiply(rows, columns, depth, a, b, c, accumulate);
        }
        else
        {
            BlockedProduct<T, Vector128<T>, Width128<T>>.Multiply(rows, columns, depth, a, b, c, accumulate);
        }
    }
}
