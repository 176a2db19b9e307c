namespace NotebookGrad.Layouts;

/// <summary>
/// The groups of a graph as levels: on each stand its own nodes and, as one box each, the groups directly inside. A
/// group that a path leaves and enters again can't be one box; it is dissolved in the group around it.
/// </summary>
internal sealed class Nesting
{
    private readonly LayoutGraph graph;
    private readonly int[] levelOfNode;
    private readonly int[] levelOfGroup;
    private readonly int[] sizes;

    public Nesting(LayoutGraph graph)
    {
        this.graph = graph;
        Root = graph.Groups.Count;
        levelOfGroup = [.. graph.Groups.Select(group => group.Parent < 0 ? Root : group.Parent)];
        levelOfNode = new int[graph.Nodes.Count];
        sizes = new int[Root + 1];
        Array.Fill(levelOfNode, Root);
        for (var group = Root - 1; group >= 0; group--)
        {
            foreach (var node in graph.Groups[group].Nodes)
            {
                levelOfNode[node] = group;
            }

            sizes[group] += graph.Groups[group].Nodes.Count;
            sizes[levelOfGroup[group]] += sizes[group];
        }

        IsFramed = [.. sizes.Take(Root).Select(size => size > 0)];
        for (var group = 0; group < Root; group++)
        {
            var inside = SeenOn(group);
            if (OnCircles([.. inside.Select((item, node) => item < 0 ? node : ItemOf(group))]).Length > 0)
            {
                Dissolve(group);
            }
        }

        // Groups that are sound each may still depend on each other: the smallest of them gives way.
        foreach (var level in Enumerable.Range(0, Root).Prepend(Root))
        {
            while (OnCircles(SeenOn(level)) is { Length: > 0 } tangled)
            {
                Dissolve(tangled
                    .Select(item => item - ItemOf(0))
                    .Where(group => group >= 0)
                    .MinBy(group => sizes[group]));
            }
        }

        FromOutside = [Root, .. Enumerable.Range(0, Root).Where(group => IsFramed[group])];
    }

    /// <summary>The number of the outermost level; the others have those of their groups.</summary>
    public int Root { get; }

    /// <summary>Whether each group has a frame: it holds a node and is not dissolved.</summary>
    public bool[] IsFramed { get; }

    /// <summary>The levels, outer ones before those inside.</summary>
    public int[] FromOutside { get; }

    /// <summary>The level on which a node stands; items are the nodes, then the groups.</summary>
    public int LevelOf(int item) =>
        item < levelOfNode.Length ? levelOfNode[item] : levelOfGroup[item - levelOfNode.Length];

    /// <summary>The item that a level is seen as from the level around it.</summary>
    public int ItemOf(int level) => levelOfNode.Length + level;

    /// <summary>The levels around an item from inside, up to the outermost.</summary>
    public List<int> Around(int item)
    {
        var levels = new List<int>();
        for (var level = LevelOf(item); ; level = levelOfGroup[level])
        {
            levels.Add(level);
            if (level == Root)
            {
                return levels;
            }
        }
    }

    /// <summary>The item as which each node is seen on a level; −1 for those that are not on it.</summary>
    private int[] SeenOn(int level)
    {
        // An outer group stands before those inside it.
        var seen = Enumerable.Range(0, ItemOf(Root)).Select(item => LevelOf(item) == level ? item : -1).ToArray();
        foreach (var item in Enumerable.Range(ItemOf(0), Root).Concat(Enumerable.Range(0, ItemOf(0))))
        {
            var around = LevelOf(item);
            seen[item] = around == level || around == Root ? seen[item] : seen[ItemOf(around)];
        }

        return seen[..levelOfNode.Length];
    }

    /// <summary>The items on circles, or between two of them, if each node is taken for what it is seen as.</summary>
    private int[] OnCircles(int[] seen)
    {
        var edges = graph.Edges.Select(edge => (From: seen[edge.From], To: seen[edge.To]))
            .Where(edge => edge.From >= 0 && edge.To >= 0 && edge.From != edge.To)
            .ToArray();
        int[] from = [.. edges.Select(edge => edge.From)];
        int[] to = [.. edges.Select(edge => edge.To)];
        return
        [
            .. Enumerable.Range(0, ItemOf(Root))
                .Except(TopologicalOrder.Of(ItemOf(Root), from, to))
                .Except(TopologicalOrder.Of(ItemOf(Root), to, from)),
        ];
    }

    private void Dissolve(int group)
    {
        IsFramed[group] = false;
        for (var node = 0; node < levelOfNode.Length; node++)
        {
            levelOfNode[node] = levelOfNode[node] == group ? levelOfGroup[group] : levelOfNode[node];
        }

        for (var inner = group + 1; inner < Root; inner++)
        {
            levelOfGroup[inner] = levelOfGroup[inner] == group ? levelOfGroup[group] : levelOfGroup[inner];
        }
    }
}
