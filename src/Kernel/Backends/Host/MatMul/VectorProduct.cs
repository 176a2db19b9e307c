using System.Numerics;
using System.Numerics.Tensors;

namespace NotebookGrad.Backends.Host;

/// <summary>A product with a vector: every number of the matrix is used once, so there is nothing to block.</summary>
internal static unsafe class VectorProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Multiplies if one operand is a vector and what is read together lies side by side.</summary>
    /// <returns>Whether c is done.</returns>
    public static bool TryMultiply(
        int rows, int columns, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        if (columns == 1 && a.ColumnStride == 1 && IsDense(b.RowStride, depth))
        {
            Dots(rows, depth, a, b.Start, c, accumulate);
            return true;
        }

        if (rows == 1 && b.RowStride == 1 && IsDense(a.ColumnStride, depth))
        {
            Dots(columns, depth, b.Transposed, a.Start, c.Transposed, accumulate);
            return true;
        }

        if (columns == 1 && a.RowStride == 1 && IsDense(c.RowStride, rows))
        {
            Sum(rows, depth, a.Transposed, b.Transposed, c.Start, accumulate);
            return true;
        }

        if (rows == 1 && b.ColumnStride == 1)
        {
            Sum(columns, depth, b, a, c.Start, accumulate);
            return true;
        }

        return false;
    }

    private static bool IsDense(nint stride, int count) => stride == 1 || count == 1;

    /// <summary>Element i of c is the dot product of the matrix's row i, which is dense, with the vector.</summary>
    private static void Dots(
        int rows, int depth, MatrixView<T> matrix, T* vector, MatrixView<T> c, bool accumulate)
    {
        var right = new ReadOnlySpan<T>(vector, depth);
        for (var row = 0; row < rows; row++)
        {
            var target = c.At(row, 0);
            var dot = TensorPrimitives.Dot(new ReadOnlySpan<T>(matrix.At(row, 0), depth), right);
            *target = accumulate ? *target + dot : dot;
        }
    }

    /// <summary>c, dense, is the sum of the matrix's rows, each dense, times the factors (a single row).</summary>
    private static void Sum(
        int columns, int depth, MatrixView<T> matrix, MatrixView<T> factors, T* c, bool accumulate)
    {
        var target = new Span<T>(c, columns);
        if (!accumulate)
        {
            target.Clear();
        }

        for (var level = 0; level < depth; level++)
        {
            var row = new ReadOnlySpan<T>(matrix.At(level, 0), columns);
            TensorPrimitives.MultiplyAddEstimate(row, *factors.At(0, level), target, target);
        }
    }
}
