namespace NotebookGrad.Layouts;

/// <summary>Which edges meet each node, without regard to their direction.</summary>
internal sealed class Incidence
{
    private readonly int[] starts;
    private readonly int[] edges;

    public Incidence(int nodes, int[] from, int[] to)
    {
        starts = new int[nodes + 1];
        foreach (var node in from.Concat(to))
        {
            starts[node + 1]++;
        }

        for (var node = 0; node < nodes; node++)
        {
            starts[node + 1] += starts[node];
        }

        edges = new int[starts[nodes]];
        var next = starts.ToArray();
        for (var edge = 0; edge < from.Length; edge++)
        {
            edges[next[from[edge]]++] = edge;
            edges[next[to[edge]]++] = edge;
        }
    }

    /// <summary>The edges that start or end at a node, in their order.</summary>
    public ReadOnlySpan<int> Of(int node) => edges.AsSpan(starts[node], starts[node + 1] - starts[node]);
}
