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
    private const int Rows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    /// <summary>After each element of the image so many must be readable.</summary>
    public static int Margin => TileColumns;

    /// <summary>How many numbers of scratch memory a product takes.</summary>
    public static nint Room(ReadOnlySpan<int> columns, nint depth) => Rows * (Stride(columns) + depth);

    /// <summary>Sets c: a (rows × depth) times b (depth × columns).</summary>
    /// <param name="rows">The rows of a and c, at most as many as a register tile has.</param>
    /// <param name="a">Its columns lie side by side.</param>
    /// <param name="b">The scattered matrix, of which element (i, j) is at <c>levels[i] + columns[j]</c>.</param>
    /// <param name="levels">Elements to each row of b.</param>
    /// <param name="columns">Elements to each column of b, ascending, in lines of one length.</param>
    /// <param name="targets">The same for c, from the start of a row.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="scratch">Room for <see cref="Room"/> numbers.</param>
    public static void Multiply(
        nint rows, MatrixView<T> a, T* b, ReadOnlySpan<int> levels, ReadOnlySpan<int> columns,
        ReadOnlySpan<int> targets, MatrixView<T> c, T* scratch)
    {
        var stride = Stride(columns);
        var factors = new Slivers<T>(a, rows, levels.Length, Rows, inPlace: true, scratch + (Rows * stride))[0];
        var image = b + columns[0];
        fixed (int* starts = levels)
        {
            for (nint column = 0; column < stride; column += TileColumns)
            {
                var start = image + column;
                RegisterTile<T, TVector, TWidth>.Multiply(
                    levels.Length, factors, new ScatteredRows<T>(start, start + TWidth.Count, starts),
                    new(scratch + column, stride, 1), accumulate: false);
            }
        }

        var line = 1;
        while (line < columns.Length && columns[line] == columns[0] + line)
        {
            line++;
        }

        for (nint row = 0; row < rows; row++)
        {
            Store(scratch + (row * stride) - columns[0], columns, targets, line, c.At(row, 0));
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
