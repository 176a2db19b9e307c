namespace NotebookGrad.Views;

/// <summary>Chooses some of many at even distances.</summary>
internal static class Evenly
{
    /// <summary>At most so many places of a list, in order: all where they fit, else its ends among them.</summary>
    public static IEnumerable<int> Places(int count, int most) => count <= most
        ? Enumerable.Range(0, count)
        : most == 1 ? [count - 1]
        : Enumerable.Range(0, most).Select(index => (int)((long)index * (count - 1) / (most - 1)));
}
