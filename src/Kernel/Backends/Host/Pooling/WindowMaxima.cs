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
    private readonly WindowSpan[] depths;
    private readonly WindowSpan[] heights;
    private readonly WindowSpan[] widths;

    // For each element of the windows on a line where it is, and behind the line for a window that has none.
    private readonly int[][] elements;
    private readonly T[] line;
    private readonly T[] candidates;
    private readonly T[] best;

    // The numbers' bits are whole numbers.
    private readonly T[] positions;

    private WindowMaxima(ReadOnlySpan<int> lengths, ReadOnlySpan<WindowSpan[]> windows)
    {
        (height, width) = (lengths.Length > 1 ? lengths[^2] : 1, lengths[^1]);
        WindowSpan[] one = [new(0, 1, 1)];
        depths = windows.Length > 2 ? windows[^3] : one;
        heights = windows.Length > 1 ? windows[^2] : one;
        widths = windows[^1];
        elements = new int[widths.Max(window => window.Count)][];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = Array.ConvertAll(
                widths, window => i < window.Count ? window.Start + (i * window.Step) : width);
        }

        var room = (widths.Length + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;
        (line, candidates, best, positions) = (new T[width + 1], new T[room], new T[room], new T[room]);
        line[width] = Least;
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
            output = maxima.Find(input[..plane], output);
        }
    }

    private Span<long> Find(ReadOnlySpan<T> plane, Span<long> found)
    {
        foreach (var depth in depths)
        {
            foreach (var lines in heights)
            {
                Array.Fill(best, Least);
                positions.AsSpan().Fill(Bits(((depth.Start * height) + lines.Start) * width));
                for (var i = 0; i < depth.Count; i++)
                {
                    var slice = depth.Start + (i * depth.Step);
                    for (var j = 0; j < lines.Count; j++)
                    {
                        var start = ((slice * height) + lines.Start + (j * lines.Step)) * width;
                        plane.Slice(start, width).CopyTo(line);
                        Compare(start);
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

    /// <summary>Compares the elements of a line, which begins at a position, with the best so far.</summary>
    private void Compare(int start)
    {
        fixed (T* source = line, candidate = candidates, champion = best, position = positions)
        {
            for (var i = 0; i < elements.Length; i++)
            {
                var places = elements[i];
                for (var window = 0; window < places.Length; window++)
                {
                    candidate[window] = source[places[window]];
                }

                var number = new Vector<T>(Bits(start + (i * widths[0].Step)));
                for (var window = 0; window < places.Length; window += Vector<T>.Count)
                {
                    var (comes, stays) = (Vector.Load(candidate + window), Vector.Load(champion + window));
                    var wins = Vector.GreaterThan(comes, stays) | ~Vector.Equals(comes, comes);
                    Vector.ConditionalSelect(wins, comes, stays).Store(champion + window);
                    Vector.ConditionalSelect(wins, number, Vector.Load(position + window)).Store(position + window);
                }
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
