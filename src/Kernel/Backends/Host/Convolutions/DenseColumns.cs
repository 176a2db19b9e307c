using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>What tiles leave behind: columns of a product, each dense.</summary>
internal static unsafe class DenseColumns<T>
    where T : unmanaged
{
    /// <summary>Writes columns, each dense, to where they belong.</summary>
    /// <param name="block">The columns, side by side.</param>
    /// <param name="width">Elements from one to the next.</param>
    /// <param name="places">Elements to each column of c, from the start of a row.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="rows">The rows of c.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(T* block, nint width, ReadOnlySpan<int> places, MatrixView<T> c, nint rows)
    {
        nint row = 0;
        if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated)
        {
            for (; row + 4 <= rows; row += 4)
            {
                StoreFours(block + row, width, places, c.From(row, 0));
            }
        }

        for (; row < rows; row++)
        {
            T* source = block + row, target = c.At(row, 0);
            foreach (var place in places)
            {
                target[place] = *source;
                source += width;
            }
        }
    }

    // Four rows, four columns at a time where they lie side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreFours(T* source, nint width, ReadOnlySpan<int> places, MatrixView<T> c)
    {
        var column = 0;
        while (column < places.Length)
        {
            var target = c.At(0, places[column]);
            if (AreNeighbours(places[column..]))
            {
                Transposition.FourByFour((float*)source, width, (float*)target, c.RowStride);
                column += 4;
                source += 4 * width;
                continue;
            }

            for (nint row = 0; row < 4; row++)
            {
                target[row * c.RowStride] = source[row];
            }

            column++;
            source += width;
        }
    }

    private static bool AreNeighbours(ReadOnlySpan<int> places) =>
        places.Length >= 4
        && places[1] == places[0] + 1 && places[2] == places[0] + 2 && places[3] == places[0] + 3;
}
