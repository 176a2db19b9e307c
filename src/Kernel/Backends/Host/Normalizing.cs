using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Normalisation of rows: x̂ = (x − mean)/√(variance + ε), and its Jacobian (I − 11ᵀ/n − x̂x̂ᵀ/n)/√(variance + ε). All
/// is done to a row while it is in the first-level cache.
/// </summary>
internal static class Normalizing
{
    public static void Normalize<T>(View x, View? weight, View? bias, double epsilon, bool centred, View y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var length = x.Shape[^1];
        ForRows(y, (first, end) =>
        {
            var factors = Row<T>(weight);
            var summands = Row<T>(bias);
            for (var start = first; start < end; start += length)
            {
                var result = Elements<T>(y).Slice(start, length);
                Standardize<T>(Elements<T>(x).Slice(start, length), epsilon, centred, result);
                if (!factors.IsEmpty)
                {
                    TensorPrimitives.Multiply(result, factors, result);
                }

                if (!summands.IsEmpty)
                {
                    TensorPrimitives.Add(result, summands, result);
                }
            }
        });
    }

    public static void NormalizeSlope<T>(View x, View t, double epsilon, bool centred, View y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var length = x.Shape[^1];
        var count = T.CreateChecked(length);
        ForRows(y, (first, end) =>
        {
            var normal = new T[length];
            for (var start = first; start < end; start += length)
            {
                var result = Elements<T>(y).Slice(start, length);
                var tangent = Elements<T>(t).Slice(start, length);
                var scale = Standardize<T>(Elements<T>(x).Slice(start, length), epsilon, centred, normal);
                var mean = centred ? Reduction.Halved<Sum.Kernel, T>(tangent) / count : T.Zero;
                var share = Halved<T>(tangent, normal) / count;
                TensorPrimitives.Subtract(tangent, mean, result);
                TensorPrimitives.Multiply(normal, share, normal);
                TensorPrimitives.Subtract(result, normal, result);
                TensorPrimitives.Multiply(result, scale, result);
            }
        });
    }

    // Whole rows in pieces, given by their first element and the first after them.
    private static void ForRows(View y, Action<int, int> work)
    {
        if (y.Layout.Count > 0)
        {
            var length = y.Shape[^1];
            var firsts = new Rows(Layout.Contiguous([(int)(y.Layout.Count / length)]));
            RowPieces.Run(firsts, (_, start, end) => work(start * length, end * length), length);
        }
    }

    // Sets x̂ and returns 1/√(variance + ε).
    private static T Standardize<T>(ReadOnlySpan<T> x, double epsilon, bool centred, Span<T> normal)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = T.CreateChecked(x.Length);
        var mean = centred ? Reduction.Halved<Sum.Kernel, T>(x) / count : T.Zero;
        TensorPrimitives.Subtract(x, mean, normal);
        var variance = Halved<T>(normal, normal) / count;
        var scale = T.One / T.Sqrt(variance + T.CreateChecked(epsilon));
        TensorPrimitives.Multiply(normal, scale, normal);
        return scale;
    }

    // Σ a·b, long rows in halves as in sums.
    private static T Halved<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Length <= Reduction.ShortLength
        ? TensorPrimitives.Dot(a, b)
        : Halved(a[..(a.Length / 2)], b[..(a.Length / 2)]) + Halved(a[(a.Length / 2)..], b[(a.Length / 2)..]);

    private static ReadOnlySpan<T> Row<T>(View? view)
        where T : unmanaged => view is { } row ? Elements<T>(row) : [];

    private static Span<T> Elements<T>(View view)
        where T : unmanaged =>
        HostBackend.Elements<T>(view.Storage).Slice((int)view.Layout.Offset, (int)view.Layout.Count);
}
