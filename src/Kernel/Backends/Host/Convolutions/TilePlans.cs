namespace NotebookGrad.Backends.Host;

/// <summary>Plans for the first columns of a product; the last one made is kept.</summary>
internal sealed class TilePlans<T, TVector, TWidth>(int[] sources, int[] targets, int rows)
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    private TilePlan? last;
    private int lastCount;

    /// <summary>The plan for so many columns.</summary>
    public TilePlan Of(int columns)
    {
        if (last is null || lastCount != columns)
        {
            lastCount = columns;
            last = ScatteredProduct<T, TVector, TWidth>.Plan(
                sources.AsSpan(0, columns), targets.AsSpan(0, columns), rows);
        }

        return last;
    }
}
