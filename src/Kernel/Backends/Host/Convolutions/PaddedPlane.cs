namespace NotebookGrad.Backends.Host;

/// <summary>
/// How three axes of an image lie in memory with the zeros around them, so that every window is inside.
/// </summary>
internal sealed unsafe class PaddedPlane(PaddedAxis depth, PaddedAxis height, PaddedAxis width)
{
    /// <summary>The elements of one plane, padding included.</summary>
    public int Size { get; } = checked(depth.Length * height.Length * width.Length);

    /// <summary>Where all combinations of positions lie.</summary>
    public int[] Offsets(int[] depths, int[] heights, int[] widths)
    {
        var (row, plane) = (width.Length, height.Length * width.Length);
        return Host.Offsets.Sums(
            Host.Offsets.Sums(
                Array.ConvertAll(depths, position => depth[position] * plane),
                Array.ConvertAll(heights, position => height[position] * row)),
            Array.ConvertAll(widths, position => width[position]));
    }

    /// <summary>Copies dense planes, with the padding around them.</summary>
    public void Write<T>(T* source, int planes, T* target)
        where T : unmanaged
    {
        for (; planes > 0; planes--)
        {
            for (var i = 0; i < depth.Length; i++)
            {
                for (var j = 0; j < height.Length; j++)
                {
                    var (slice, line) = (i - depth.Before, j - height.Before);
                    var row = new Span<T>(target, width.Length);
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

            source += depth.Elements * height.Elements * width.Elements;
        }
    }

    private void WriteRow<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        if (width.Step == 1)
        {
            var (skipped, start) = (Math.Max(0, -width.Before), Math.Min(Math.Max(0, width.Before), target.Length));
            var elements = source[Math.Min(skipped, source.Length)..];
            elements = elements[..Math.Min(elements.Length, target.Length - start)];
            target[..start].Clear();
            elements.CopyTo(target[start..]);
            target[(start + elements.Length)..].Clear();
            return;
        }

        var part = target.Length / width.Step;
        for (var remainder = 0; remainder < width.Step; remainder++)
        {
            var element = remainder - width.Before;
            foreach (ref var position in target.Slice(remainder * part, part))
            {
                position = (uint)element < (uint)source.Length ? source[element] : default!;
                element += width.Step;
            }
        }
    }
}
