namespace NotebookGrad.Operations;

/// <summary>Looks at whole numbers where they lie.</summary>
internal static class WholeNumbers
{
    /// <summary>Whether all of them go from low up to, but not with, high; of a device it reads two.</summary>
    public static bool Lie(Tensor x, long low, long high)
    {
        var seen = x.Detach();
        return x.Count == 0 || (seen.Min().Item<long>() >= low && seen.Max().Item<long>() < high);
    }
}
