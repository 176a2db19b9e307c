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

    private static readonly Place Nowhere = new();

    private readonly WatchedParameters watched;
    private readonly bool draws;
    private readonly Dictionary<Node, Place> places;
    private readonly Dictionary<Tensor, Moments> read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int> order = [];
    private readonly HashSet<int> recurrent = [];

    /// <summary>The graph of the nodes at which gradients have arrived.</summary>
    /// <param name="watched">The parameters.</param>
    /// <param name="arrived">The nodes, with the moments of the gradients that were read.</param>
    /// <param name="draws">Whether <see cref="Snapshot"/> will be asked for.</param>
    public SampledGraph(
        WatchedParameters watched, IReadOnlyList<(Node Node, Moments? Gradient)> arrived, bool draws)
    {
        (this.watched, this.draws) = (watched, draws);
        places = new(arrived.Count);
        Nodes = new(arrived.Count);
        foreach (var (node, gradient) in arrived)
        {
            Nodes.Add(node);
            places.Add(node, new() { Gradient = gradient });
        }

        Nodes.Sort((a, b) => a.Id.CompareTo(b.Id));
        foreach (var node in Nodes)
        {
            Put(node);
        }
    }

    /// <summary>The nodes at which gradients have arrived, operands before what uses them.</summary>
    public List<Node> Nodes { get; }

    /// <summary>The parameters that the graph uses, each with its place in the forward pass.</summary>
    public IReadOnlyDictionary<int, int> Order => order;

    /// <summary>The number of the last weight that a value was computed with, or <see cref="None"/>.</summary>
    public int Layer(Node node) => Find(node).Layer;

    /// <summary>Whether a value is what a layer gives: a product with its weight.</summary>
    public bool IsLayerOutput(Node node) => node.Operation is { IsProduct: true } && Find(node).MeetsWeight;

    /// <summary>Whether some call of a layer goes on from what an earlier one has led to, as in a loop.</summary>
    public bool IsRecurrent(int layer) => recurrent.Contains(layer);

    /// <summary>
    /// The axis on which the units of a layer's values lie: the channels behind a convolution, else the last.
    /// </summary>
    public int UnitAxis(Shape shape, int layer) =>
        layer != None && watched.All[layer].Tensor.Shape.Rank > 2 && shape.Rank > 2 ? 1 : shape.Rank - 1;

    /// <summary>A value, where the pass still has it.</summary>
    public Tensor? Value(Node node) => node.SavedValue ?? node.Value ?? Find(node).Kept;

    /// <summary>The gradient by a value, if one has arrived and was read.</summary>
    public Moments? Gradient(Node node) => Find(node).Gradient;

    /// <summary>The moments of a value, a parameter or its gradient, each read once.</summary>
    public Moments Read(Tensor tensor)
    {
        if (!read.TryGetValue(tensor, out var moments))
        {
            read[tensor] = moments = Moments.Of(tensor);
        }

        return moments;
    }

    /// <summary>The graph behind a root with sizes of values and gradients, for drawing; constants too.</summary>
    public GraphSnapshot Snapshot(Tensor root)
    {
        var found = GraphWalk.NearestFirst([root.Node!]);
        var nodes = found[..Math.Min(found.Count, GraphInspector.LargestCount)];
        nodes.Sort((a, b) => a.Id.CompareTo(b.Id));
        var described = nodes.ToHashSet();
        var edges = from node in nodes
                    from use in node.Operands.Index()
                    where described.Contains(use.Item)
                    select new GraphEdge(use.Item.Id, node.Id, use.Index, use.Item.NeedsGradient, null);
        return new(
            [.. nodes.Select(Describe)], [.. edges], [root.Node!.Id], BackwardDone: true, found.Count - nodes.Count);
    }

    private Place Find(Node node) => places.GetValueOrDefault(node, Nowhere);

    // A weight belongs to itself, also as a view of it; a product with it to it; all else to the youngest layer that it
    // was made from.
    private void Put(Node node)
    {
        var place = places[node];
        if (node.Operation is null)
        {
            if (watched.Find(node) is { } number)
            {
                order.TryAdd(number, order.Count);
                place.Layer = place.Weight = watched.IsLayer(number) ? number : None;
            }

            return;
        }

        var operands = node.Operands;
        var (weight, before) = (None, None);
        for (var i = 0; i < operands.Count; i++)
        {
            // What no gradient reaches is only drawn.
            if ((draws ? operands[i] : operands.Next(i)) is not { } operand)
            {
                continue;
            }

            if (!places.TryGetValue(operand, out var its))
            {
                places.Add(operand, its = new());
            }

            its.Kept ??= draws || its.Gradient is not null ? node.KeptOperand(i) : null;
            (weight, before) = its.Weight != None ? (its.Weight, before) : (weight, Younger(before, its.Layer));
        }

        place.MeetsWeight = weight != None;
        place.Weight = operands.Count == 1 ? weight : None;
        place.Layer = place.MeetsWeight && node.Operation.IsProduct ? weight : Younger(before, weight);
        if (place.Layer == weight && before != None && order[before] >= order[weight])
        {
            recurrent.Add(weight);
        }
    }

    private int Younger(int one, int other) =>
        one == None || (other != None && order[other] > order[one]) ? other : one;

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

    /// <summary>What is known of a node.</summary>
    private sealed class Place
    {
        /// <summary>The moments of the gradient by its value.</summary>
        public Moments? Gradient { get; init; }

        /// <summary>Its value, as something that uses it keeps it.</summary>
        public Tensor? Kept { get; set; }

        /// <summary>The number of the last weight that it was computed with.</summary>
        public int Layer { get; set; } = None;

        /// <summary>The number of the weight that it is, or is a view of.</summary>
        public int Weight { get; set; } = None;

        /// <summary>Whether one of its operands is a weight.</summary>
        public bool MeetsWeight { get; set; }
    }
}
