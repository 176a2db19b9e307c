using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// The graph of a pass that is looked at, while operations still have what they kept: which layer each value belongs
/// to, and what is known of it.
/// </summary>
internal sealed class SampledGraph
{
    /// <summary>No layer.</summary>
    public const int None = -1;

    private readonly WatchedParameters watched;
    private readonly Dictionary<Node, Moments> arrived;
    private readonly Dictionary<Node, Tensor> values = [];
    private readonly Dictionary<Tensor, Moments> read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, int> direct = [];
    private readonly Dictionary<Node, int> layers = [];
    private readonly Dictionary<int, int> order = [];

    public SampledGraph(Node root, WatchedParameters watched, Dictionary<Node, Moments> arrived)
    {
        (this.watched, this.arrived) = (watched, arrived);
        Nodes = GraphWalk.NearestFirst([root], GraphInspector.LargestCount);
        Nodes.Sort((a, b) => a.Id.CompareTo(b.Id));
        foreach (var node in Nodes)
        {
            Place(node);
            if ((node.SavedValue ?? node.Value) is { } own)
            {
                values.TryAdd(node, own);
            }
        }
    }

    /// <summary>The nodes, operands before what uses them.</summary>
    public List<Node> Nodes { get; }

    /// <summary>The parameters that the graph uses, each with its place in the forward pass.</summary>
    public IReadOnlyDictionary<int, int> Order => order;

    /// <summary>The number of the last weight that a value was computed with, or <see cref="None"/>.</summary>
    public int Layer(Node node) => layers.GetValueOrDefault(node, None);

    /// <summary>Whether a value is what a layer gives: a product with its weight.</summary>
    public bool IsLayerOutput(Node node) => node.Operation is { IsProduct: true }
        && Operands(node).Any(operand => direct.GetValueOrDefault(operand, None) != None);

    /// <summary>
    /// The axis on which the units of a layer's values lie: the channels behind a convolution, else the last.
    /// </summary>
    public int UnitAxis(Shape shape, int layer) =>
        layer != None && watched.All[layer].Tensor.Shape.Rank > 2 && shape.Rank > 2 ? 1 : shape.Rank - 1;

    /// <summary>A value, where the pass still has it.</summary>
    public Tensor? Value(Node node) => values.GetValueOrDefault(node);

    /// <summary>The gradient by a value, if one has arrived.</summary>
    public Moments? Gradient(Node node) => arrived.GetValueOrDefault(node);

    /// <summary>The moments of a value, a parameter or its gradient, each read once.</summary>
    public Moments Read(Tensor tensor)
    {
        if (!read.TryGetValue(tensor, out var moments))
        {
            read[tensor] = moments = Moments.Of(new ElementPieces(tensor));
        }

        return moments;
    }

    /// <summary>The graph with sizes of values and gradients, for drawing.</summary>
    public GraphSnapshot Snapshot(Tensor root)
    {
        var described = Nodes.ToHashSet();
        var all = Nodes.Select(Describe).ToArray();
        var edges = from node in Nodes
                    from use in Operands(node).Index()
                    where described.Contains(use.Item)
                    select new GraphEdge(use.Item.Id, node.Id, use.Index, use.Item.NeedsGradient, null);
        return new(all, [.. edges], [root.Node!.Id], BackwardDone: true, Omitted: 0);
    }

    private static IEnumerable<Node> Operands(Node node)
    {
        for (var operand = 0; operand < node.Operands.Count; operand++)
        {
            yield return node.Operands[operand];
        }
    }

    // A weight belongs to itself, also as a view of it; a product with it to it; all else to the youngest layer that it
    // was made from.
    private void Place(Node node)
    {
        if (node.Operation is null)
        {
            if (watched.Find(node) is { } number)
            {
                order.TryAdd(number, order.Count);
                if (watched.IsLayer(number))
                {
                    direct[node] = layers[node] = number;
                }
            }

            return;
        }

        var layer = None;
        foreach (var (place, operand) in Operands(node).Index())
        {
            var its = direct.GetValueOrDefault(operand, Layer(operand));
            layer = its != None && (layer == None || order[its] > order[layer]) ? its : layer;
            if (node.KeptOperand(place) is { } kept)
            {
                values.TryAdd(operand, kept);
            }
        }

        if (layer != None)
        {
            layers[node] = layer;
        }

        if (node.Operands.Count == 1 && direct.TryGetValue(node.Operands[0], out var weight))
        {
            direct[node] = weight;
        }
    }

    private GraphNode Describe(Node node)
    {
        var gradient = node.Operation is not null ? Gradient(node)
            : node is { NeedsGradient: true, Gradient: { } gathered } ? Read(gathered)
            : null;
        return GraphInspector.Describe(node, Told(Value(node) is { } value ? Read(value) : null), Told(gradient));
    }

    private static ValueSummary? Told(Moments? moments) => moments is null
        ? null
        : new(
            moments.Count, moments.Mean, moments.Deviation, moments.Minimum, moments.Maximum, moments.Norm,
            moments.Zeros, moments.NaNs, moments.Infinities, moments.Count == 1 ? [moments.Mean] : []);
}
