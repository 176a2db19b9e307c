namespace NotebookGrad.Backends.Host;

/// <summary>Products of matrices in the last two axes, one for each position in the leading axes.</summary>
internal static class Matrices
{
    /// <summary>A product of two matrices, as <see cref="MatrixProduct"/> has for each kind of numbers.</summary>
    public delegate void Product<T>(
        int rows,
        int columns,
        int depth,
        ReadOnlySpan<T> a,
        int aRowStride,
        int aColumnStride,
        ReadOnlySpan<T> b,
        int bRowStride,
        int bColumnStride,
        Span<T> c,
        int cRowStride,
        bool accumulate);

    public static void Multiply<T>(View a, View b, View c, Product<T> multiply)
        where T : unmanaged
    {
        var (rows, columns, depth) = (c.Shape[^2], c.Shape[^1], a.Shape[^1]);
        if (depth == 0)
        {
            Conversion.Fill(c, 0);
            return;
        }

        var left = HostBackend.Elements<T>(a.Storage);
        var right = HostBackend.Elements<T>(b.Storage);
        var product = HostBackend.Elements<T>(c.Storage);
        var ((ar, ac), (br, bc), (cr, _)) = (Strides(a), Strides(b), Strides(c));
        if (c.Shape.Rank == 2)
        {
            left = left[(int)a.Layout.Offset..];
            right = right[(int)b.Layout.Offset..];
            product = product[(int)c.Layout.Offset..];
            multiply(rows, columns, depth, left, ar, ac, right, br, bc, product, cr, accumulate: false);
            return;
        }

        foreach (var (ao, bo, co) in Batches(a, b, c))
        {
            multiply(
                rows, columns, depth, left[ao..], ar, ac, right[bo..], br, bc, product[co..], cr, accumulate: false);
        }
    }

    private static (int Row, int Column) Strides(View view) =>
        (checked((int)view.Layout.Strides[^2]), checked((int)view.Layout.Strides[^1]));

    private static IEnumerable<(int A, int B, int C)> Batches(View a, View b, View c)
    {
        if (c.Layout.Count == 0)
        {
            yield break;
        }

        var rows = new Rows(First(c.Layout), First(a.Layout), First(b.Layout));
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                yield return (
                    rows.Offset(1) + (i * rows.Stride(1)),
                    rows.Offset(2) + (i * rows.Stride(2)),
                    rows.Offset(0) + (i * rows.Stride(0)));
            }
        }
    }

    // Where matrices without elements begin must not matter.
    private static Layout First(Layout matrices) => matrices.Count > 0
        ? matrices.Select(matrices.Rank - 1, 0).Select(matrices.Rank - 2, 0)
        : Layout.Scalar.Expand([.. matrices.Shape.Lengths[..^2]]);
}
