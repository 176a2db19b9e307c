namespace NotebookGrad.Inspection;

/// <summary>Finds what lies behind nodes, for those who look at graphs.</summary>
internal static class GraphWalk
{
    /// <summary>Some nodes and all that they were made from, the nearest first: breadth first, each once.</summary>
    public static List<Node> NearestFirst(IEnumerable<Node> roots)
    {
        var found = roots.Distinct().ToList();
        var seen = found.ToHashSet();
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(found[next].Operands.Where(seen.Add));
        }

        return found;
    }
}
