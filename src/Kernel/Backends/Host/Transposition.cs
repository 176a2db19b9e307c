using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Copies between views where the elements that lie side by side in one do not in the other. Going along rows, each
/// element would touch a cache line of its own; going by squares, lines are used up while they are there.
/// </summary>
internal static unsafe class Transposition
{
    // Rows of a square of one and columns of the other together stay in the first cache.
    private const int Side = 32;

    /// <summary>Copies if the views are such; returns whether it did.</summary>
    public static bool TryCopy<T>(ReadOnlySpan<T> from, Layout source, Span<T> to, Layout target)
        where T : unmanaged
    {
        // A flipped view goes back from where it begins.
        var (row, column) = (Dense(source), Dense(target));
        if (row < 0 || column < 0 || row == column || source.Strides[column] <= 0 || target.Strides[row] <= 0)
        {
            return false;
        }

        var (height, width) = (source.Shape[row], source.Shape[column]);
        var (sourceStride, targetStride) = ((int)source.Strides[column], (int)target.Strides[row]);
        var squares = new Rows(First(target, row, column), First(source, row, column));
        while (squares.Next())
        {
            for (var i = 0; i < squares.Length; i++)
            {
                Copy(
                    from[squares.Line(1)[i]..], sourceStride, to[squares.Line(0)[i]..], targetStride, height, width);
            }
        }

        return true;
    }

    /// <summary>The axis along which elements lie side by side; −1 for none.</summary>
    private static int Dense(Layout layout)
    {
        for (var axis = layout.Rank - 1; axis >= 0; axis--)
        {
            if (layout.Strides[axis] == 1 && layout.Shape[axis] > 1)
            {
                return axis;
            }
        }

        return -1;
    }

    private static Layout First(Layout layout, int row, int column) =>
        layout.Slice(row, 0, 1).Slice(column, 0, 1);

    // Element (r, c) comes from r + c · sourceStride and goes to c + r · targetStride.
    private static void Copy<T>(
        ReadOnlySpan<T> from, int sourceStride, Span<T> to, int targetStride, int height, int width)
        where T : unmanaged
    {
        // The last ones are within bounds, and so are all.
        _ = from[height - 1 + ((width - 1) * sourceStride)];
        _ = to[width - 1 + ((height - 1) * targetStride)];
        fixed (T* source = from, target = to)
        {
            for (nint top = 0; top < height; top += Side)
            {
                for (nint left = 0; left < width; left += Side)
                {
                    Square(
                        source + top + (left * sourceStride), sourceStride,
                        target + left + (top * targetStride), targetStride,
                        Math.Min(Side, height - top), Math.Min(Side, width - left));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Square<T>(
        T* from, nint sourceStride, T* to, nint targetStride, nint height, nint width)
        where T : unmanaged
    {
        nint row = 0;
        if (sizeof(T) == sizeof(float) && Vector128.IsHardwareAccelerated)
        {
            for (; row + 4 <= height; row += 4)
            {
                var source = from + row;
                var target = to + (row * targetStride);
                nint column = 0;
                for (; column + 4 <= width; column += 4)
                {
                    var square = source + (column * sourceStride);
                    FourByFour((float*)square, sourceStride, (float*)(target + column), targetStride);
                }

                Plain(
                    source + (column * sourceStride), sourceStride, target + column, targetStride, 4, width - column);
            }
        }

        Plain(from + row, sourceStride, to + (row * targetStride), targetStride, height - row, width);
    }

    private static void Plain<T>(T* from, nint sourceStride, T* to, nint targetStride, nint height, nint width)
        where T : unmanaged
    {
        for (nint row = 0; row < height; row++)
        {
            for (nint column = 0; column < width; column++)
            {
                to[column + (row * targetStride)] = from[row + (column * sourceStride)];
            }
        }
    }

    /// <summary>Four numbers from each of four places, turned over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourByFour(float* from, nint sourceStride, float* to, nint targetStride)
    {
        var (a, b) = (Vector128.Load(from), Vector128.Load(from + sourceStride));
        var (c, d) = (Vector128.Load(from + (2 * sourceStride)), Vector128.Load(from + (3 * sourceStride)));
        var (ac, bd) = (Interleaved(a, c), Interleaved(b, d));
        var (first, second) = (Interleaved(ac.Low, bd.Low), Interleaved(ac.High, bd.High));
        first.Low.Store(to);
        first.High.Store(to + targetStride);
        second.Low.Store(to + (2 * targetStride));
        second.High.Store(to + (3 * targetStride));
    }

    /// <summary>The elements of two vectors in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleaved(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported
            ? (Sse.UnpackLow(x, y), Sse.UnpackHigh(x, y))
            : (Vector128.Create(x[0], y[0], x[1], y[1]), Vector128.Create(x[2], y[2], x[3], y[3]));
}
