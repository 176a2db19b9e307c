using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// How three axes of an image lie in memory with the zeros around them, so that every window is inside.
/// </summary>
internal sealed unsafe class PaddedPlane(PaddedAxis depth, PaddedAxis height, PaddedAxis width, bool isCopied)
{
    /// <summary>The elements of one plane, padding included.</summary>
    public int Size { get; } = checked(depth.Positions * height.Positions * width.Positions);

    /// <summary>The elements of one plane that are not padding, as they lie dense.</summary>
    public int Elements { get; } = checked(depth.Elements * height.Elements * width.Elements);

    /// <summary>Whether dense planes can be read in place, for nothing is around them.</summary>
    public bool InPlace { get; } = !isCopied && IsWhole(depth) && IsWhole(height) && IsWhole(width);

    /// <summary>Where all combinations of positions lie.</summary>
    public int[] Offsets(int[] depths, int[] heights, int[] widths)
    {
        var (row, plane) = (width.Positions, height.Positions * width.Positions);
        return Host.Offsets.Sums(
            Host.Offsets.Sums(
                Array.ConvertAll(depths, position => position * plane),
                Array.ConvertAll(heights, position => position * row)),
            widths);
    }

    /// <summary>Copies dense planes with the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write<T>(T* source, int planes, T* target)
        where T : unmanaged
    {
        for (; planes > 0; planes--)
        {
            for (var i = 0; i < depth.Positions; i++)
            {
                for (var j = 0; j < height.Positions; j++)
                {
                    var (slice, line) = (i - depth.Before, j - height.Before);
                    var row = new Span<T>(target, width.Positions);
                    if ((uint)slice < (uint)depth.Elements && (uint)line < (uint)height.Elements)
                    {
                        var elements = ((slice * height.Elements) + line) * width.Elements;
                        WriteRow(new ReadOnlySpan<T>(source + elements, width.Elements), row);
                    }
                    else
                    {
                        row.Clear();
                    }

                    target += row.Length;
                }
            }

            source += Elements;
        }
    }

    private static bool IsWhole(PaddedAxis axis) => axis.Before == 0 && axis.Positions == axis.Elements;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteRow<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        var (skipped, start) = (Math.Max(0, -width.Before), Math.Min(Math.Max(0, width.Before), target.Length));
        var elements = source[Math.Min(skipped, source.Length)..];
        elements = elements[..Math.Min(elements.Length, target.Length - start)];
        target[..start].Clear();
        elements.CopyTo(target[start..]);
        target[(start + elements.Length)..].Clear();
    }
}
