using System.Numerics;

namespace NotebookGrad.Backends.Host;

internal static class MatrixProduct
{
    public static void Multiply<T>(
        int rows, int columns, int depth, ReadOnlySpan<T> a, int aRowStride, int aColumnStride,
        ReadOnlySpan<T> b, int bRowStride, int bColumnStride, Span<T> c, int cRowStride, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => MultiplyPlain(
            rows, columns, depth, a, aRowStride, aColumnStride, b, bRowStride, bColumnStride, c, cRowStride, accumulate);

    public static void MultiplyPlain<T>(
        int rows, int columns, int depth, ReadOnlySpan<T> a, int aRowStride, int aColumnStride,
        ReadOnlySpan<T> b, int bRowStride, int bColumnStride, Span<T> c, int cRowStride, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = accumulate ? c[(i * cRowStride) + j] : T.Zero;
                for (var k = 0; k < depth; k++)
                {
                    sum += a[(i * aRowStride) + (k * aColumnStride)] * b[(k * bRowStride) + (j * bColumnStride)];
                }

                c[(i * cRowStride) + j] = sum;
            }
        }
    }
}
