using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// One operand of a product cut into slivers: as many lines (rows of a, columns of b) as a register tile takes.
/// </summary>
/// <remarks>
/// A sliver is either read where it is, or from a copy in the order in which the tile consumes it: all lines at
/// depth 0, all lines at depth 1 and so on. The last sliver is padded with zero lines in a copy; what they yield is
/// never stored.
/// </remarks>
internal readonly unsafe struct Slivers<T>
    where T : unmanaged
{
    private readonly MatrixView<T> source;
    private readonly nint lines;
    private readonly nint width;
    private readonly nint depth;
    private readonly T* copies;
    private readonly bool inPlace;

    /// <summary>Cuts, and copies what cannot be read in place.</summary>
    /// <inheritdoc cref="Cut"/>
    public Slivers(MatrixView<T> source, nint lines, nint depth, nint width, bool inPlace, T* copies)
        : this(copies, source, lines, depth, width, inPlace) => Copy(0, lines);

    private Slivers(T* copies, MatrixView<T> source, nint lines, nint depth, nint width, bool inPlace)
    {
        this.source = source;
        this.lines = lines;
        this.width = width;
        this.depth = depth;
        this.copies = copies;
        this.inPlace = inPlace;
    }

    /// <summary>Cuts only; what cannot be read in place is to be copied part by part.</summary>
    /// <param name="source">Lines by depth.</param>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="depth">How long they are.</param>
    /// <param name="width">The lines of one sliver.</param>
    /// <param name="inPlace">Whether whole slivers are to be read where they are.</param>
    /// <param name="copies">Room for <see cref="Room"/> numbers.</param>
    public static Slivers<T> Cut(
        MatrixView<T> source, nint lines, nint depth, nint width, bool inPlace, T* copies) =>
        new(copies, source, lines, depth, width, inPlace);

    /// <summary>Copies those of some lines that cannot be read in place.</summary>
    /// <param name="first">Where a sliver begins.</param>
    /// <param name="end">Where one begins, or the end of all.</param>
    public void Copy(nint first, nint end)
    {
        for (first = inPlace ? Math.Max(first, lines - (lines % width)) : first; first < end; first += width)
        {
            Copy(source.From(first, 0), Math.Min(width, lines - first), CopyOf(first));
        }
    }

    /// <summary>The numbers that copies of so many lines take.</summary>
    public static nint Room(nint lines, nint depth, nint width, bool inPlace) =>
        depth * width * (inPlace ? 1 : (lines + width - 1) / width);

    /// <summary>The sliver that begins at one line, lines by depth.</summary>
    public MatrixView<T> this[nint line] =>
        inPlace && line + width <= lines ? source.From(line, 0) : new(CopyOf(line), 1, width);

    private T* CopyOf(nint line) => inPlace ? copies : copies + (line * depth);

    private void Copy(MatrixView<T> lines, nint count, T* target)
    {
        if (count < width)
        {
            new Span<T>(target, checked((int)(width * depth))).Clear();
        }

        // The inner loop follows the shorter stride, so that a cache line is used up while it is there.
        if (nint.Abs(lines.RowStride) <= nint.Abs(lines.ColumnStride))
        {
            CopyAcross(lines, count, target);
        }
        else
        {
            CopyAlong(lines, count, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyAcross(MatrixView<T> lines, nint count, T* target)
    {
        var source = lines.Start;
        for (var step = depth; step > 0; step--)
        {
            if (lines.RowStride != 1)
            {
                for (nint line = 0; line < count; line++)
                {
                    target[line] = source[line * lines.RowStride];
                }
            }
            else if (count == Six.Count)
            {
                *(Six*)target = *(Six*)source;
            }
            else
            {
                new ReadOnlySpan<T>(source, (int)count).CopyTo(new Span<T>(target, (int)count));
            }

            source += lines.ColumnStride;
            target += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyAlong(MatrixView<T> lines, nint count, T* target)
    {
        var stride = lines.ColumnStride;
        nint line = 0;
        if (typeof(T) == typeof(float) && stride == 1 && Vector128.IsHardwareAccelerated)
        {
            line = CopyFours(lines, count, target);
        }

        for (; line + 1 < count; line += 2)
        {
            T* first = lines.At(line, 0), second = lines.At(line + 1, 0), to = target + line;
            for (var step = depth; step > 0; step--)
            {
                var (x, y) = (*first, *second);
                to[0] = x;
                to[1] = y;
                first += stride;
                second += stride;
                to += width;
            }
        }

        for (; line < count; line++)
        {
            var source = lines.At(line, 0);
            for (nint step = 0; step < depth; step++)
            {
                target[(step * width) + line] = source[step * stride];
            }
        }
    }

    // Four lines at a time, of each four numbers; returns the first line that is left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private nint CopyFours(MatrixView<T> lines, nint count, T* target)
    {
        nint line = 0;
        for (; line + 4 <= count; line += 4)
        {
            nint step = 0;
            for (; step + 4 <= depth; step += 4)
            {
                Transposition.FourByFour(
                    (float*)lines.At(line, step), lines.RowStride, (float*)(target + (step * width) + line), width);
            }

            for (; step < depth; step++)
            {
                for (var next = line; next < line + 4; next++)
                {
                    target[(step * width) + next] = *lines.At(next, step);
                }
            }
        }

        return line;
    }

    /// <summary>The rows of a tile, which as a value are copied without a call.</summary>
    [InlineArray(Count)]
    private struct Six
    {
        public const int Count = 6;
        private T first;
    }
}
