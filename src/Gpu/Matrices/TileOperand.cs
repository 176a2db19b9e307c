using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// An operand of a product as tiles take it: lines (rows of a, columns of b) with one element for each step of the
/// inner sum. Threads read fours along the axis whose neighbours lie together.
/// </summary>
internal readonly struct TileOperand
{
    private readonly long paceLine;
    private readonly long paceDepth;
    private readonly int lines;
    private readonly int isAlongDepth;
    private readonly int isInFours;

    /// <summary>The two last axes of an operand.</summary>
    /// <param name="layout">The operand; what goes before these axes loops.</param>
    /// <param name="line">Which axis the lines are on.</param>
    /// <param name="depth">Which axis the inner sum goes along.</param>
    public TileOperand(Layout layout, int line, int depth)
    {
        (paceLine, paceDepth, lines) = (layout.Strides[line], layout.Strides[depth], layout.Shape[line]);
        var isAlong = Math.Abs(paceDepth) < Math.Abs(paceLine) || lines == 1;
        isAlongDepth = isAlong ? 1 : 0;
        isInFours = AreFours(layout, isAlong ? depth : line) ? 1 : 0;
    }

    /// <summary>Whether fours along an axis can be read at once: all begin at multiples of four.</summary>
    public static bool AreFours(Layout layout, int axis)
    {
        var areFours = layout.Strides[axis] == 1 && layout.Offset % 4 == 0;
        for (var other = 0; other < layout.Rank; other++)
        {
            areFours &= other == axis || layout.Shape[other] == 1 || layout.Strides[other] % 4 == 0;
        }

        return areFours;
    }

    /// <summary>The line, within a tile, of the four elements that a thread reads.</summary>
    public int LineOf(int thread, int side, int depth) =>
        isAlongDepth != 0 ? thread / (depth / 4) : thread % (side / 4) * 4;

    /// <summary>The step of the inner sum, within a tile, of the four elements that a thread reads.</summary>
    public int DepthOf(int thread, int side, int depth) =>
        isAlongDepth != 0 ? thread % (depth / 4) * 4 : thread / (side / 4);

    /// <summary>
    /// From the four elements that a thread reads to those that follow in the inner sum: 4 where fours go along it.
    /// </summary>
    public int NextDepth => isAlongDepth != 0 ? 4 : 1;

    /// <summary>Reads four elements; there are zeros beyond the lines and beyond an end of the inner sum.</summary>
    public Four<T> Read<T>(ArrayView<T> from, long start, int line, int depth, int end)
        where T : unmanaged, INumber<T>
    {
        var (addLine, addDepth) = (1, 0);
        var pace = paceLine;
        if (isAlongDepth != 0)
        {
            (addLine, addDepth) = (0, 1);
            pace = paceDepth;
        }

        var place = start + (line * paceLine) + (depth * paceDepth);
        var four = Four<T>.All(T.Zero);
        if (isInFours != 0 && line + (3 * addLine) < lines && depth + (3 * addDepth) < end)
        {
            four = Four<T>.At(from, place);
        }
        else
        {
            if (line < lines && depth < end)
            {
                four.A = from[place];
            }

            if (line + addLine < lines && depth + addDepth < end)
            {
                four.B = from[place + pace];
            }

            if (line + (2 * addLine) < lines && depth + (2 * addDepth) < end)
            {
                four.C = from[place + (2 * pace)];
            }

            if (line + (3 * addLine) < lines && depth + (3 * addDepth) < end)
            {
                four.D = from[place + (3 * pace)];
            }
        }

        return four;
    }

    /// <summary>Puts four elements into shared memory, where lines lie side by side.</summary>
    public void Put<T>(Four<T> four, ArrayView<Four<T>> shared, int place, int pitch)
        where T : unmanaged
    {
        if (isAlongDepth != 0)
        {
            var elements = shared.Cast<T>();
            elements[place] = four.A;
            elements[place + pitch] = four.B;
            elements[place + (2 * pitch)] = four.C;
            elements[place + (3 * pitch)] = four.D;
        }
        else
        {
            shared[place / 4] = four;
        }
    }
}
