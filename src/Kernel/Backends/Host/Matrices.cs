namespace NotebookGrad.Backends.Host;

/// <summary>Products of matrices in the last two axes, one for each position in the leading axes.</summary>
internal static unsafe class Matrices
{
    /// <summary>From so many products on, threads share them out rather than work on each together.</summary>
    private const int Many = 16;

    public static void Multiply<T>(View a, View b, View c, bool accumulate, MatrixBatch<T>.Product multiply)
        where T : unmanaged
    {
        if (c.Layout.Count == 0 || a.Layout.Count == 0)
        {
            if (!accumulate)
            {
                Conversion.Fill(c, 0);
            }

            return;
        }

        fixed (T* left = HostBackend.Elements<T>(a.Storage),
            right = HostBackend.Elements<T>(b.Storage),
            product = HostBackend.Elements<T>(c.Storage))
        {
            var (rows, columns, depth) = (c.Shape[^2], c.Shape[^1], a.Shape[^1]);
            if (c.Shape.Rank == 2)
            {
                multiply(rows, columns, depth, Matrix(a, left), Matrix(b, right), Matrix(c, product), accumulate);
                return;
            }

            var each = (long)rows * columns * depth;
            var places = Places(a.Layout, b.Layout, c.Layout);
            var together = (int)Math.Max(1, MatrixProduct.PieceMultiplications / each);
            var batch = new MatrixBatch<T>(
                multiply,
                rows,
                columns,
                depth,
                Matrix(a, left),
                Matrix(b, right),
                Matrix(c, product),
                places,
                accumulate,
                together);
            var isFewLarge = places.Length < Many && each >= MatrixProduct.WorthSharing;
            ThreadTeam.Shared.Run(
                (places.Length + together - 1) / together,
                batch,
                alone: isFewLarge || each * places.Length < MatrixProduct.WorthSharing);
        }
    }

    private static MatrixView<T> Matrix<T>(View view, T* elements)
        where T : unmanaged =>
        new(elements + view.Layout.Offset, (nint)view.Layout.Strides[^2], (nint)view.Layout.Strides[^1]);

    // Elements from the first matrix to each, in a, b and c.
    private static (int A, int B, int C)[] Places(Layout a, Layout b, Layout c)
    {
        var rows = new Rows(First(c), First(a), First(b));
        var places = new (int A, int B, int C)[First(c).Count];
        for (var next = 0; rows.Next();)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                places[next++] = (
                    rows.Offset(1) + (i * rows.Stride(1)) - (int)a.Offset,
                    rows.Offset(2) + (i * rows.Stride(2)) - (int)b.Offset,
                    rows.Offset(0) + (i * rows.Stride(0)) - (int)c.Offset);
            }
        }

        return places;
    }

    private static Layout First(Layout matrices) =>
        matrices.Select(matrices.Rank - 1, 0).Select(matrices.Rank - 2, 0);
}
