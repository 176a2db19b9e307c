using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Samples;

/// <summary>The random graphs with groups around runs of their nodes, groups in groups, and some that tangle.</summary>
internal static class RandomGroups
{
    public static LayoutGraph Of(int seed)
    {
        var graph = RandomGraphs.Of(seed);
        var random = new Random(seed + 1000);
        var nodes = Enumerable.Range(0, graph.Nodes.Count).ToArray();
        var groups = new List<LayoutGroup>();
        for (var start = 0; start < nodes.Length; start += random.Next(2, 12))
        {
            // Every third run is of nodes from anywhere: paths leave such a group and enter it again.
            var end = Math.Min(nodes.Length, start + random.Next(1, 10));
            groups.Add(new LayoutGroup(-1, seed % 3 == 0 ? [] : nodes[start..((start + end + 1) / 2)], 10, 16));
            groups.Add(new LayoutGroup(groups.Count - 1, nodes[((start + end + 1) / 2)..end], 8, 14));
            start = end;
        }

        if (seed % 3 == 2)
        {
            random.Shuffle(nodes);
            groups = [.. groups.Select(group => group with { Nodes = [.. group.Nodes.Select(node => nodes[node])] })];
        }

        return graph with { Groups = groups };
    }
}
