namespace NotebookGrad.Inspection;

/// <summary>Finds what lies behind nodes, for those who look at graphs.</summary>
internal static class GraphWalk
{
    /// <summary>Some nodes and what they were made from, the nearest first: breadth first, each once.</summary>
    /// <param name="roots">The nodes.</param>
    /// <param name="most">How many to find at most; the search ends there.</param>
    public static List<Node> NearestFirst(IEnumerable<Node> roots, int most = int.MaxValue)
    {
        var found = roots.Distinct().ToList();
        var seen = found.ToHashSet();
        for (var next = 0; next < found.Count && found.Count < most; next++)
        {
            found.AddRange(found[next].Operands.Where(seen.Add));
        }

        return found;
    }
}
