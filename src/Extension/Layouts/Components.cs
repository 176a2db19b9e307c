namespace NotebookGrad.Layouts;

/// <summary>Finds what hangs together.</summary>
internal static class Components
{
    /// <summary>
    /// The component of each node, numbered in the order of their first nodes, and how many there are.
    /// </summary>
    public static int[] Of(int nodes, IEnumerable<(int First, int Second)> joined, out int count)
    {
        var parents = Enumerable.Range(0, nodes).ToArray();
        foreach (var (first, second) in joined)
        {
            var (one, other) = (Top(first), Top(second));
            parents[Math.Max(one, other)] = Math.Min(one, other);
        }

        // A node's top comes before it, so that it has its number already.
        count = 0;
        var numbers = new int[nodes];
        for (var node = 0; node < nodes; node++)
        {
            var top = Top(node);
            numbers[node] = top == node ? count++ : numbers[top];
        }

        return numbers;

        int Top(int node)
        {
            while (parents[node] != node)
            {
                node = parents[node] = parents[parents[node]];
            }

            return node;
        }
    }

    /// <summary>The nodes of each component.</summary>
    public static List<int[]> Members(int[] componentOf, int count)
    {
        var members = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < componentOf.Length; node++)
        {
            members[componentOf[node]].Add(node);
        }

        return [.. members.Select(nodes => nodes.ToArray())];
    }
}
