namespace NotebookGrad.Backends.Host;

/// <summary>Where elements lie, counted from some start, as tables.</summary>
internal static class Offsets
{
    /// <summary>0, step, 2·step and so on.</summary>
    public static int[] Multiples(int count, int step)
    {
        var offsets = new int[count];
        for (var i = 0; i < count; i++)
        {
            offsets[i] = checked(i * step);
        }

        return offsets;
    }

    /// <summary>Each of the outer offsets plus each of the inner ones, the inner ones faster.</summary>
    public static int[] Sums(ReadOnlySpan<int> outer, ReadOnlySpan<int> inner)
    {
        var sums = new int[checked(outer.Length * inner.Length)];
        var next = 0;
        foreach (var start in outer)
        {
            foreach (var offset in inner)
            {
                sums[next++] = start + offset;
            }
        }

        return sums;
    }
}
