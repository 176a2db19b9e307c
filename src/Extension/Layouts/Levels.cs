using System.Runtime.InteropServices;

namespace NotebookGrad.Layouts;

/// <summary>
/// A graph cut where its edges cross frames: each level with what stands on it, as a graph of its own. A frame is one
/// box with ports on the level around it.
/// </summary>
internal sealed class Levels
{
    private readonly LayoutGraph graph;
    private readonly List<FlatEdge>[] edges;
    private readonly int[] placeOf;

    public Levels(LayoutGraph graph)
    {
        this.graph = graph;
        Nesting = new Nesting(graph);
        Items = [.. Enumerable.Range(0, Nesting.Root + 1).Select(_ => new List<int>())];
        edges = [.. Items.Select(_ => new List<FlatEdge>())];
        Gates = [.. Items.Select(_ => new List<Gate>())];
        Pieces = [.. graph.Edges.Select(_ => new List<(int, int)>())];
        Boxes = [.. graph.Nodes, .. new LayoutBox[Nesting.Root]];
        placeOf = new int[Boxes.Length];
        for (var item = 0; item < Boxes.Length; item++)
        {
            if (item < graph.Nodes.Count || Nesting.IsFramed[item - graph.Nodes.Count])
            {
                placeOf[item] = Items[Nesting.LevelOf(item)].Count;
                Items[Nesting.LevelOf(item)].Add(item);
            }
        }

        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            Cut(edge);
        }
    }

    public Nesting Nesting { get; }

    /// <summary>The nodes and frames of each level.</summary>
    public List<int>[] Items { get; }

    /// <summary>The box of each node and frame; those of frames are empty until they are known.</summary>
    public LayoutBox[] Boxes { get; }

    /// <summary>The pieces of each edge along its way: their levels, and their numbers there.</summary>
    public List<(int Level, int Edge)>[] Pieces { get; }

    /// <summary>Where edges cross the frame of each level.</summary>
    public List<Gate>[] Gates { get; }

    /// <summary>The level around a framed one.</summary>
    public int Around(int level) => Nesting.LevelOf(Nesting.ItemOf(level));

    /// <summary>What stands on a level, as far as sizes and ports are known.</summary>
    public FlatGraph GraphOf(int level) =>
        new([.. Items[level].Select(item => Boxes[item])], [.. edges[level]], graph.RankGap, graph.NodeGap);

    /// <summary>Gives an edge its port at the frame of a level, as seen from outside.</summary>
    public void GivePort(int level, Gate gate, double port)
    {
        ref var edge = ref CollectionsMarshal.AsSpan(edges[Around(level)])[gate.Outside];
        edge = gate.Outwards ? edge with { StartPort = port } : edge with { EndPort = port };
    }

    /// <summary>Gives an edge its place at the frame of a level, as seen from inside; null leaves it open.</summary>
    public void GivePlace(int level, Gate gate, double? place)
    {
        ref var edge = ref CollectionsMarshal.AsSpan(edges[level])[gate.Inside];
        edge = gate.Outwards ? edge with { EndPort = place } : edge with { StartPort = place };
    }

    /// <summary>Cuts an edge where it crosses frames: one piece on each level.</summary>
    private void Cut(int index)
    {
        var edge = graph.Edges[index];
        var (outwards, inwards) = (Nesting.Around(edge.From), Nesting.Around(edge.To));
        var common = 1;
        while (common < outwards.Count && common < inwards.Count && outwards[^(common + 1)] == inwards[^(common + 1)])
        {
            common++;
        }

        var whole = new FlatEdge(edge.From, edge.To, edge.Breadth, edge.Weight, null);
        var (start, end) = (outwards.Count - common, inwards.Count - common);
        for (var inner = 0; inner < start; inner++)
        {
            Add(outwards[inner], whole with { From = Seen(edge.From, outwards, inner), To = -1 });
        }

        Add(outwards[start], whole with
        {
            From = Seen(edge.From, outwards, start),
            To = Seen(edge.To, inwards, end),
            Label = edge.Label,
        });
        for (var inner = end - 1; inner >= 0; inner--)
        {
            Add(inwards[inner], whole with { From = -1, To = Seen(edge.To, inwards, inner) });
        }

        int Seen(int node, List<int> around, int depth) =>
            placeOf[depth == 0 ? node : Nesting.ItemOf(around[depth - 1])];

        void Add(int level, FlatEdge piece)
        {
            var number = edges[level].Count;
            if (Pieces[index] is [.., var (before, previous)])
            {
                var outwards = edges[before][previous].To < 0;
                Gates[outwards ? before : level].Add(
                    outwards ? new Gate(previous, number, true) : new Gate(number, previous, false));
            }

            Pieces[index].Add((level, number));
            edges[level].Add(piece);
        }
    }
}
