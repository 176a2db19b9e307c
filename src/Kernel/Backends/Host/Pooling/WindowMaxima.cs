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
    private static readonly T Least = T.CreateSaturating(double.NegativeInfinity);

    private readonly int height;
    private readonly int width;
    private readonly int lines;
    private readonly WindowSpan[] depths;
    private readonly WindowSpan[] heights;
    private readonly WindowSpan[] widths;

    // For each element of the windows on a line which windows have it, and where.
    private readonly (int[] Windows, int[] Places)[] elements;

    // Of each line one such element of all windows side by side, then the next; the least where a window has none.
    private readonly T[] candidates;
    private readonly T[] best;

    // The numbers' bits are whole numbers.
    private readonly T[] positions;

    private WindowMaxima(ReadOnlySpan<int> lengths, ReadOnlySpan<WindowSpan[]> windows)
    {
        (height, width) = (lengths.Length > 1 ? lengths[^2] : 1, lengths[^1]);
        lines = height * (lengths.Length > 2 ? lengths[^3] : 1);
        WindowSpan[] one = [new(0, 1, 1)];
        depths = windows.Length > 2 ? windows[^3] : one;
        heights = windows.Length > 1 ? windows[^2] : one;
        widths = windows[^1];
        elements = new (int[], int[])[widths.Max(window => window.Count)];
        for (var i = 0; i < elements.Length; i++)
        {
            int[] having = [.. Enumerable.Range(0, widths.Length).Where(window => i < widths[window].Count)];
            elements[i] = (having, Array.ConvertAll(having, window => widths[window].Start + (i * widths[window].Step)));
        }

        var room = (widths.Length + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;
        (best, positions) = (new T[room], new T[room]);
        candidates = new T[checked(lines * elements.Length * room)];
        candidates.AsSpan().Fill(Least);
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

    // Lines are spread long before they are compared: registers cannot be loaded fast from what was just written singly.
    private void Spread(ReadOnlySpan<T> plane)
    {
        fixed (T* source = plane, target = candidates)
        {
            T* from = source, to = target;
            for (var line = 0; line < lines; line++)
            {
                foreach (var (windows, places) in elements)
                {
                    for (var i = 0; i < windows.Length && i < places.Length; i++)
                    {
                        to[windows[i]] = from[places[i]];
                    }

                    to += best.Length;
                }

                from += width;
            }
        }
    }

    private Span<long> Find(Span<long> found)
    {
        foreach (var depth in depths)
        {
            foreach (var rows in heights)
            {
                best.AsSpan().Fill(Least);
                positions.AsSpan().Fill(Bits(((depth.Start * height) + rows.Start) * width));
                for (var i = 0; i < depth.Count; i++)
                {
                    var slice = (depth.Start + (i * depth.Step)) * height;
                    for (var j = 0; j < rows.Count; j++)
                    {
                        Compare(slice + rows.Start + (j * rows.Step));
                    }
                }

                for (var window = 0; window < widths.Length; window++)
                {
                    found[window] = Number(positions[window]) + widths[window].Start;
                }

                found = found[widths.Length..];
            }
        }

        return found;
    }

    /// <summary>Compares the elements of a line with the best so far.</summary>
    private void Compare(int line)
    {
        fixed (T* first = candidates, champion = best, position = positions)
        {
            var room = best.Length;
            var candidate = first + (line * elements.Length * room);
            for (var i = 0; i < elements.Length; i++)
            {
                var number = new Vector<T>(Bits((line * width) + (i * widths[0].Step)));
                for (var window = 0; window < room; window += Vector<T>.Count)
                {
                    var (comes, stays) = (Vector.Load(candidate + window), Vector.Load(champion + window));
                    var wins = Vector.GreaterThan(comes, stays) | ~Vector.Equals(comes, comes);
                    Vector.ConditionalSelect(wins, comes, stays).Store(champion + window);
                    Vector.ConditionalSelect(wins, number, Vector.Load(position + window)).Store(position + window);
                }

                candidate += room;
            }
        }
    }

    private static T Bits(int number) => sizeof(T) == sizeof(int)
        ? Unsafe.BitCast<int, T>(number)
        : Unsafe.BitCast<long, T>(number);

    private static long Number(T bits) => sizeof(T) == sizeof(int)
        ? Unsafe.BitCast<T, int>(bits)
        : Unsafe.BitCast<T, long>(bits);
}
