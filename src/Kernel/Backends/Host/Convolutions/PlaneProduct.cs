using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product of few rows with a scattered matrix whose columns lie along the lines of an image, each a register's
/// numbers at a time. The image is gone through from the first column to the last without regard to where lines end;
/// what comes of the numbers between is left out.
/// </summary>
internal static unsafe class PlaneProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The rows of a sliver of factors.</summary>
    public const int Rows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    /// <summary>After each element of the image so many must be readable.</summary>
    public static int Margin => TileColumns;

    /// <summary>How many numbers of scratch memory some products take, one after the other.</summary>
    public static nint Room(WindowProduct[] products) =>
        Rows * products.Select(product => Stride(product.Columns)).DefaultIfEmpty().Max();

    /// <summary>Sets c, a product of factors with windows.</summary>
    /// <param name="rows">The rows of factors and c, at most as many as a sliver has.</param>
    /// <param name="factors">A sliver.</param>
    /// <param name="image">The first window begins here.</param>
    /// <param name="product">Where the numbers lie; the columns ascending, in lines of one length.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="scratch">Room for <see cref="Room"/> numbers.</param>
    public static void Multiply(
        nint rows, T* factors, T* image, WindowProduct product, MatrixView<T> c, T* scratch)
    {
        ReadOnlySpan<int> columns = product.Columns;
        var stride = Stride(columns);
        var first = image + columns[0];
        fixed (int* levels = product.Levels)
        {
            for (nint column = 0; column < stride; column += TileColumns)
            {
                var start = first + column;
                RegisterTile<T, TVector, TWidth>.Multiply(
                    product.Levels.Length, new(factors, 1, Rows),
                    new ScatteredRows<T>(start, start + TWidth.Count, levels), new(scratch + column, stride, 1),
                    accumulate: false);
            }
        }

        var line = 1;
        while (line < columns.Length && columns[line] == columns[0] + line)
        {
            line++;
        }

        for (nint row = 0; row < rows; row++)
        {
            Store(scratch + (row * stride) - columns[0], columns, product.Targets, line, c.At(row, 0));
        }
    }

    private static nint Stride(ReadOnlySpan<int> columns) =>
        (columns[^1] - columns[0] + TileColumns) / TileColumns * TileColumns;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Store(T* row, ReadOnlySpan<int> columns, ReadOnlySpan<int> targets, int line, T* target)
    {
        for (var first = 0; first < columns.Length; first += line)
        {
            var places = targets.Slice(first, line);
            var source = new ReadOnlySpan<T>(row + columns[first], line);
            if (places[^1] - places[0] == line - 1)
            {
                source.CopyTo(new Span<T>(target + places[0], line));
                continue;
            }

            for (var i = 0; i < source.Length && i < places.Length; i++)
            {
                target[places[i]] = source[i];
            }
        }
    }
}
