using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// The copying of factors into the order in which tiles consume them: as many rows as a tile takes, level by level. A
/// piece is one such sliver.
/// </summary>
/// <param name="source">Element (i, j) is at <c>i·rowStride + levels[j]</c>.</param>
/// <param name="rowStride">Elements from one row to the next.</param>
/// <param name="rows">The rows; the last sliver is filled up with zeros.</param>
/// <param name="levels">Elements to each column.</param>
/// <param name="depth">How many of the levels count.</param>
/// <param name="width">The rows of a sliver.</param>
/// <param name="target">Room for <see cref="Room"/> numbers.</param>
internal readonly unsafe struct FactorSlivers<T>(
    T* source, nint rowStride, nint rows, int[] levels, int depth, nint width, T* target) : IPieces
    where T : unmanaged
{
    /// <summary>The numbers that the slivers take.</summary>
    public static nint Room(nint rows, nint depth, nint width) => (rows + width - 1) / width * width * depth;

    /// <summary>Copies all, with the threads that there are if it is much.</summary>
    public void Copy() => ThreadTeam.Shared.Run(
        (int)((rows + width - 1) / width), this, alone: rows * depth < RowPieces.Elements);

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var first = piece * width;
        var count = Math.Min(width, rows - first);
        var sliver = target + (first * depth);
        if (count < width)
        {
            new Span<T>(sliver, checked((int)(width * depth))).Clear();
        }

        Copy(source + (first * rowStride), count, sliver);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(T* first, nint count, T* sliver)
    {
        nint level = 0;
        while (level < depth)
        {
            var from = first + levels[level];
            if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated
                && level + 4 <= depth && levels[level + 3] == levels[level] + 3)
            {
                nint row = 0;
                for (; row + 4 <= count; row += 4)
                {
                    var square = from + (row * rowStride);
                    Transposition.FourByFour((float*)square, rowStride, (float*)(sliver + row), width);
                }

                for (; row < count; row++)
                {
                    for (nint i = 0; i < 4; i++)
                    {
                        sliver[(i * width) + row] = from[(row * rowStride) + i];
                    }
                }

                level += 4;
                sliver += 4 * width;
                continue;
            }

            for (nint row = 0; row < count; row++)
            {
                sliver[row] = from[row * rowStride];
            }

            level++;
            sliver += width;
        }
    }
}
