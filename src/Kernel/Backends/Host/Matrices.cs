using System.Numerics;

namespace NotebookGrad.Backends.Host;

/// <summary>Products of matrices in the last two axes, one for each position in the leading axes.</summary>
internal static class Matrices
{
    public static void Multiply<T>(View a, View b, View c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rows, columns, depth) = (c.Shape[^2], c.Shape[^1], a.Shape[^1]);
        var left = HostBackend.Elements<T>(a.Storage);
        var right = HostBackend.Elements<T>(b.Storage);
        var product = HostBackend.Elements<T>(c.Storage);
        var ((ar, ac), (br, bc), (cr, _)) = (Strides(a), Strides(b), Strides(c));
        foreach (var (ao, bo, co) in Batches(a, b, c))
        {
            MatrixProduct.Multiply(
                rows, columns, depth, left[ao..], ar, ac, right[bo..], br, bc, product[co..], cr, accumulate: false);
        }
    }

    public static void MultiplyPlain<T>(View a, View b, View c)
        where T : unmanaged, INumber<T>
    {
        var (rows, columns, depth) = (c.Shape[^2], c.Shape[^1], a.Shape[^1]);
        var left = HostBackend.Elements<T>(a.Storage);
        var right = HostBackend.Elements<T>(b.Storage);
        var product = HostBackend.Elements<T>(c.Storage);
        var ((ar, ac), (br, bc), (cr, _)) = (Strides(a), Strides(b), Strides(c));
        foreach (var (ao, bo, co) in Batches(a, b, c))
        {
            MatrixProduct.MultiplyPlain(
                rows, columns, depth, left[ao..], ar, ac, right[bo..], br, bc, product[co..], cr, accumulate: false);
        }
    }

    private static (int Row, int Column) Strides(View view) =>
        (checked((int)view.Layout.Strides[^2]), checked((int)view.Layout.Strides[^1]));

    private static IEnumerable<(int A, int B, int C)> Batches(View a, View b, View c)
    {
        if (c.Shape.Rank == 2)
        {
            yield return ((int)a.Layout.Offset, (int)b.Layout.Offset, (int)c.Layout.Offset);
            yield break;
        }

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

    private static Layout First(Layout matrices) => matrices.Select(matrices.Rank - 1, 0).Select(matrices.Rank - 2, 0);
}
