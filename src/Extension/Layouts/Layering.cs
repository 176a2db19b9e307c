namespace NotebookGrad.Layouts;

/// <summary>
/// A connected graph cut into layers: every edge is a chain of links between neighbouring layers, with an item where
/// it passes a layer. A layer of labels stands before each rank that labelled edges lead to, a layer at each border
/// that edges cross.
/// </summary>
internal sealed class Layering
{
    private readonly List<ItemKind> kinds = [];
    private readonly List<LayoutBox> boxes = [];
    private readonly List<int> layerOf = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<int> edgeOf = [];

    // An edge that would pass more layers than these takes a lane above the drawing instead.
    private readonly int longest;

    public Layering(FlatGraph graph, int[] ranks)
    {
        Graph = graph;
        Ranks = ranks;
        LayerOfRank = Spread(out var layerCount);
        longest = Longest(layerCount);
        for (var node = 0; node < graph.Boxes.Length; node++)
        {
            Add(ItemKind.Node, graph.Boxes[node], LayerOfRank[ranks[node]]);
        }

        FirstLink = new int[graph.Edges.Length + 1];
        for (var edge = 0; edge < graph.Edges.Length; edge++)
        {
            FirstLink[edge] = from.Count;
            Chain(edge, layerCount);
        }

        FirstLink[^1] = from.Count;
        (Kinds, Boxes, LayerOf) = ([.. kinds], [.. boxes], [.. layerOf]);
        (From, To, EdgeOf) = ([.. from], [.. to], [.. edgeOf]);
        (FromSlot, ToSlot) = (new int[From.Length], new int[From.Length]);
        (Slots, Place) = (new int[Kinds.Length], new int[Kinds.Length]);
        Incoming = new Neighbours(To, From, FromSlot, Place, IsNear);
        Outgoing = new Neighbours(From, To, ToSlot, Place, IsNear);
        NumberSlots();
        Layers = new int[layerCount][];
        var sizes = new int[layerCount];
        foreach (var layer in LayerOf)
        {
            sizes[layer]++;
        }

        for (var layer = 0; layer < layerCount; layer++)
        {
            Layers[layer] = new int[sizes[layer]];
        }

        FirstFree = Fix(0, edge => edge.From < 0, edge => edge.StartPort) ? 1 : 0;
        LastFree = layerCount - (Fix(layerCount - 1, edge => edge.To < 0, edge => edge.EndPort) ? 2 : 1);
    }

    public FlatGraph Graph { get; private set; }

    public int[] Ranks { get; }

    /// <summary>The layer in which the nodes of a rank stand.</summary>
    public int[] LayerOfRank { get; }

    /// <summary>What each item is; the nodes come first, in their order.</summary>
    public ItemKind[] Kinds { get; }

    public LayoutBox[] Boxes { get; }

    public int[] LayerOf { get; }

    /// <summary>The item where each link starts.</summary>
    public int[] From { get; }

    /// <summary>The item where each link ends.</summary>
    public int[] To { get; }

    /// <summary>The edge that each link is a piece of.</summary>
    public int[] EdgeOf { get; }

    /// <summary>The first link of each edge; the others follow it.</summary>
    public int[] FirstLink { get; }

    /// <summary>The links between neighbouring layers that end at each item.</summary>
    public Neighbours Incoming { get; }

    /// <summary>The links between neighbouring layers that start at each item.</summary>
    public Neighbours Outgoing { get; }

    /// <summary>Which of its item's slots each link starts from: ports that are given have an order.</summary>
    public int[] FromSlot { get; }

    /// <summary>Which of its item's slots each link ends at.</summary>
    public int[] ToSlot { get; }

    /// <summary>How many places each item takes in its layer.</summary>
    public int[] Slots { get; }

    /// <summary>The items of each layer from above.</summary>
    public int[][] Layers { get; }

    /// <summary>The first place of each item within its layer.</summary>
    public int[] Place { get; }

    /// <summary>The first layer whose order may be chosen: behind a border where the order is given.</summary>
    public int FirstFree { get; }

    /// <summary>The last layer whose order may be chosen.</summary>
    public int LastFree { get; }

    /// <summary>Place in its layer where a link starts.</summary>
    public int StartPlace(int link) => Incoming.Place(link);

    /// <summary>Place in its layer where a link ends.</summary>
    public int EndPlace(int link) => Outgoing.Place(link);

    /// <summary>Whether a link joins neighbouring layers; others take a lane above the drawing.</summary>
    public bool IsNear(int link) => LayerOf[To[link]] == LayerOf[From[link]] + 1;

    /// <summary>Whether a link is amid a long edge, which should be straight.</summary>
    public bool IsInner(int link) => Kinds[From[link]] != ItemKind.Node && Kinds[To[link]] != ItemKind.Node;

    /// <summary>How much a link wants to be straight, against those of other edges.</summary>
    public double Weight(int link) => Graph.Edges[EdgeOf[link]].Weight;

    /// <summary>Takes the sizes and ports of an otherwise equal graph over; the order stays.</summary>
    public void Take(FlatGraph graph)
    {
        Graph = graph;
        for (var node = 0; node < graph.Boxes.Length; node++)
        {
            Boxes[node] = graph.Boxes[node];
        }

        NumberSlots();
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            Renumber(layer);
        }
    }

    /// <summary>Counts the places of a layer anew after its items were reordered.</summary>
    public void Renumber(int layer)
    {
        var place = 0;
        foreach (var item in Layers[layer])
        {
            Place[item] = place;
            place += Slots[item];
        }
    }

    /// <summary>Sorts the links on both sides of each item by their other ends, once the order is settled.</summary>
    public void SortNeighbours()
    {
        for (var item = 0; item < Kinds.Length; item++)
        {
            Incoming.Of(item).Sort((one, other) => (StartPlace(one), one).CompareTo((StartPlace(other), other)));
            Outgoing.Of(item).Sort((one, other) => (EndPlace(one), one).CompareTo((EndPlace(other), other)));
        }
    }

    private int[] Spread(out int layerCount)
    {
        var rankCount = Ranks.DefaultIfEmpty(-1).Max() + 1;
        var labelled = new bool[rankCount + 1];
        var (hasLeft, hasRight) = (false, false);
        foreach (var edge in Graph.Edges)
        {
            labelled[edge.To < 0 ? rankCount : Ranks[edge.To]] |= edge.Label is not null;
            hasLeft |= edge.From < 0;
            hasRight |= edge.To < 0;
        }

        var layers = new int[rankCount];
        layerCount = hasLeft ? 1 : 0;
        for (var rank = 0; rank < rankCount; rank++)
        {
            layerCount += labelled[rank] ? 1 : 0;
            layers[rank] = layerCount++;
        }

        layerCount += (labelled[rankCount] ? 1 : 0) + (hasRight ? 1 : 0);
        return layers;
    }

    private int Longest(int layerCount)
    {
        const long mostItems = 100_000;
        var edgesOfSpan = new long[layerCount + 1];
        foreach (var edge in Graph.Edges)
        {
            edgesOfSpan[EndLayer(edge, layerCount) - StartLayer(edge)]++;
        }

        long items = 0;
        for (var span = 1; span < layerCount; span++)
        {
            items += edgesOfSpan[span] * (span - 1);
            if (items > mostItems)
            {
                return span - 1;
            }
        }

        return layerCount;
    }

    private int StartLayer(FlatEdge edge) => edge.From < 0 ? 0 : LayerOfRank[Ranks[edge.From]];

    private int EndLayer(FlatEdge edge, int layerCount) =>
        edge.To < 0 ? layerCount - 1 : LayerOfRank[Ranks[edge.To]];

    private int Add(ItemKind kind, LayoutBox box, int layer)
    {
        kinds.Add(kind);
        boxes.Add(box);
        layerOf.Add(layer);
        return kinds.Count - 1;
    }

    private void Chain(int index, int layerCount)
    {
        var edge = Graph.Edges[index];
        var passing = LayoutBox.Centred(0, edge.Breadth);
        var (start, end) = (StartLayer(edge), EndLayer(edge, layerCount));
        var item = edge.From < 0 ? Add(ItemKind.Passing, passing, 0) : edge.From;
        var labelLayer = edge.Label is null ? -1 : end - 1;
        for (var layer = end - start > longest ? end - 1 : start + 1; layer < end; layer++)
        {
            var isLabel = layer == labelLayer;
            if (isLabel || end - start <= longest)
            {
                Link(isLabel ? Add(ItemKind.Label, edge.Label!.Value, layer) : Add(ItemKind.Passing, passing, layer));
            }
        }

        Link(edge.To < 0 ? Add(ItemKind.Passing, passing, layerCount - 1) : edge.To);

        void Link(int next)
        {
            from.Add(item);
            to.Add(next);
            edgeOf.Add(index);
            item = next;
        }
    }

    /// <summary>Orders the items at a border as their edges say; false where these leave it open.</summary>
    private bool Fix(int layer, Func<FlatEdge, bool> crosses, Func<FlatEdge, double?> port)
    {
        int[] edges = [.. Enumerable.Range(0, Graph.Edges.Length).Where(edge =>
            crosses(Graph.Edges[edge]) && port(Graph.Edges[edge]) is not null)];
        if (edges.Length == 0)
        {
            return false;
        }

        Layers[layer] = [.. edges.OrderBy(edge => port(Graph.Edges[edge]))
            .Select(edge => layer == 0 ? From[FirstLink[edge]] : To[FirstLink[edge + 1] - 1])];
        Renumber(layer);
        return true;
    }

    private void NumberSlots()
    {
        Array.Fill(Slots, 1);
        Number(Outgoing, FromSlot, link => Graph.Edges[EdgeOf[link]].StartPort);
        Number(Incoming, ToSlot, link => Graph.Edges[EdgeOf[link]].EndPort);
    }

    /// <summary>Gives ports that stand fixed their slots, from above.</summary>
    private void Number(Neighbours neighbours, int[] slots, Func<int, double?> port)
    {
        for (var item = 0; item < Graph.Boxes.Length; item++)
        {
            var links = neighbours.Of(item);
            if (links.Length > 0 && port(links[0]) is not null)
            {
                links.Sort((first, second) => port(first)!.Value.CompareTo(port(second)!.Value) is not 0 and var order
                    ? order
                    : first.CompareTo(second));
                for (var slot = 0; slot < links.Length; slot++)
                {
                    slots[links[slot]] = slot;
                }

                Slots[item] = Math.Max(Slots[item], links.Length);
            }
        }
    }
}
