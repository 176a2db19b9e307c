using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Where the greatest element of each window is. All windows of a line are worked on together, one element of each
/// after the other.
/// </summary>
internal sealed unsafe class WindowMaxima<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>No number is less.</summary>
    private readonly T least = T.CreateSaturating(double.NegativeInfinity);

    private readonly int height;
    private readonly int width;
    private readonly int lines;
    private readonly WindowSpan[] depths;
    private readonly WindowSpan[] heights;
    private readonly WindowSpan[] widths;

    // Where windows begin; as many numbers as positions.
    private readonly long[] starts;

    // For each element of the windows on a line which windows have it, and where.
    private readonly EvenWindows[][] elements;

    // Of each line one such element of all windows side by side, then the next; the least where a window has none.
    private readonly T[] candidates;

    // Of one line of windows, and of some more to fill the last register.
    private readonly long[] positions;

    private WindowMaxima(ReadOnlySpan<int> lengths, ReadOnlySpan<WindowSpan[]> windows)
    {
        (height, width) = (lengths.Length > 1 ? lengths[^2] : 1, lengths[^1]);
        lines = height * (lengths.Length > 2 ? lengths[^3] : 1);
        WindowSpan[] one = [new(0, 1, 1)];
        depths = windows.Length > 2 ? windows[^3] : one;
        heights = windows.Length > 1 ? windows[^2] : one;
        widths = windows[^1];
        elements = new EvenWindows[widths.Max(window => window.Count)][];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = EvenWindows.Having(i, widths);
        }

        var room = (widths.Length + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;
        (positions, starts) = (new long[room], new long[room]);
        for (var window = 0; window < widths.Length; window++)
        {
            starts[window] = widths[window].Start;
        }

        candidates = new T[checked(lines * elements.Length * room)];
        candidates.AsSpan().Fill(least);
    }

    /// <summary>As <see cref="IBackend.ArgMax(View, ReadOnlySpan{WindowSpan[]}, View)"/>.</summary>
    public static void Find(View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        var lengths = x.Shape.Lengths[^windows.Length..];
        var maxima = new WindowMaxima<T>(lengths, windows);
        var plane = (int)Shape.Create(lengths).Count;
        var input = HostBackend.Elements<T>(x.Storage).Slice((int)x.Layout.Offset, (int)x.Layout.Count);
        var output = HostBackend.Elements<long>(y.Storage)[(int)y.Layout.Offset..];
        for (; !input.IsEmpty; input = input[plane..])
        {
            maxima.Spread(input);
            output = maxima.Find(output);
        }
    }

    // Lines are spread long before they are compared: registers are not loaded fast from what was just written singly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ReadOnlySpan<T> plane)
    {
        fixed (T* source = plane, target = candidates)
        {
            T* from = source, to = target;
            for (var line = 0; line < lines; line++)
            {
                foreach (var having in elements)
                {
                    foreach (var windows in having)
                    {
                        if (!EverySecond.TryCopy(from, to, windows))
                        {
                            T* place = from + windows.Place, candidate = to + windows.First;
                            for (var count = windows.Count; count > 0; count--)
                            {
                                *candidate++ = *place;
                                place += windows.Step;
                            }
                        }
                    }

                    to += positions.Length;
                }

                from += width;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Span<long> Find(Span<long> found)
    {
        fixed (T* first = candidates)
        fixed (long* position = positions, start = starts)
        {
            foreach (var depth in depths)
            {
                foreach (var rows in heights)
                {
                    for (var window = 0; window < positions.Length; window += Vector<T>.Count)
                    {
                        Store(Compare(depth, rows, first + window), start + window, position + window);
                    }

                    positions.AsSpan(0, widths.Length).CopyTo(found);
                    found = found[widths.Length..];
                }
            }
        }

        return found;
    }

    /// <summary>Of as many windows as fit a register where the greatest is, counted from the window's start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<T> Compare(WindowSpan depth, WindowSpan rows, T* candidates)
    {
        var (room, step) = (positions.Length, widths[0].Step);
        var best = new Vector<T>(least);
        var position = new Vector<T>(Bits(((depth.Start * height) + rows.Start) * width));
        for (var i = 0; i < depth.Count; i++)
        {
            for (var j = 0; j < rows.Count; j++)
            {
                var line = ((depth.Start + (i * depth.Step)) * height) + rows.Start + (j * rows.Step);
                var candidate = candidates + ((nint)line * elements.Length * room);
                for (var element = 0; element < elements.Length; element++)
                {
                    var comes = Vector.Load(candidate);
                    var wins = Vector.GreaterThan(comes, best) | ~Vector.Equals(comes, comes);
                    best = Vector.ConditionalSelect(wins, comes, best);
                    position = Vector.ConditionalSelect(
                        wins, new Vector<T>(Bits((line * width) + (element * step))), position);
                    candidate += room;
                }
            }
        }

        return position;
    }

    private static T Bits(int number) => sizeof(T) == sizeof(int)
        ? Unsafe.BitCast<int, T>(number)
        : Unsafe.BitCast<long, T>(number);

    // The numbers' bits are whole numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<T> numbers, long* starts, long* positions)
    {
        if (sizeof(T) == sizeof(long))
        {
            (Vector.AsVectorInt64(numbers) + Vector.Load(starts)).Store(positions);
            return;
        }

        Vector.Widen(Vector.AsVectorInt32(numbers), out var low, out var high);
        (low + Vector.Load(starts)).Store(positions);
        (high + Vector.Load(starts + Vector<long>.Count)).Store(positions + Vector<long>.Count);
    }
}
