using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Makes nodes, edges and frames of the boxes that an excerpt shows.</summary>
internal sealed class ExcerptReader
{
    private const int MostLeaving = 6;
    private const int FewestGradients = 4;
    private const int MostGradients = 24;

    private readonly GraphWiring wiring;
    private readonly IReadOnlyDictionary<long, string> names;
    private readonly int first;
    private readonly int end;
    private readonly HashSet<int> results;
    private readonly HashSet<int> boxed;
    private readonly Dictionary<int, ReadNode> nodeOf = [];

    public ExcerptReader(GraphWiring wiring, IReadOnlyDictionary<long, string> names, Excerpt excerpt)
    {
        (this.wiring, this.names) = (wiring, names);
        var parts = excerpt.Boxes.Select(box => box.Part).OfType<Part>().ToArray();
        first = parts.Select(part => part.First).DefaultIfEmpty(0).Min();
        end = parts.Select(part => part.End).DefaultIfEmpty(0).Max();
        results = Results();
        boxed = [.. excerpt.Boxes.SelectMany(box => box.Sources)];

        var boxes = Ordered(excerpt.Boxes);
        Nodes = [.. boxes.Select(Node)];
        for (var index = 0; index < Nodes.Count; index++)
        {
            foreach (var place in Shown(boxes[index]))
            {
                nodeOf[place] = Nodes[index];
            }
        }

        Edges = [.. Connect()];
        Frames = [.. excerpt.Frames.Select((frame, number) => new ReadFrame(
            frame.Name,
            frame.Parent,
            [.. boxes.Index().Where(pair => pair.Item.Frame == number).Select(pair => pair.Index)]))];
    }

    /// <summary>The nodes, operands before operations.</summary>
    public IReadOnlyList<ReadNode> Nodes { get; }

    /// <summary>
    /// The edges between them; those that lead to or from a fold are one where they join the same two.
    /// </summary>
    public IReadOnlyList<ReadEdge> Edges { get; }

    /// <summary>The modules that stand open.</summary>
    public IReadOnlyList<ReadFrame> Frames { get; }

    /// <summary>What was asked for; in a part of a graph also what leads out of it, unless that is much.</summary>
    private HashSet<int> Results()
    {
        var places = Enumerable.Range(first, end - first).Select(step => wiring.Operations[step]);
        var leaving = places.Where(Leaves).Take(MostLeaving + 1).ToArray();
        return [.. wiring.Roots, .. leaving.Length <= MostLeaving ? leaving : []];
    }

    private bool Leaves(int place) => wiring.Uses(place) is [.., var last] && wiring.Steps[last] >= end;

    /// <summary>In the order in which they were made, but what an operation uses before it.</summary>
    private ShownBox[] Ordered(IReadOnlyList<ShownBox> boxes)
    {
        var starts = new int[end - first];
        foreach (var part in boxes.Select(box => box.Part).OfType<Part>())
        {
            starts.AsSpan(part.First - first, part.Count).Fill(wiring.Operations[part.First]);
        }

        (int Place, int Rank, int Own) Order(ShownBox box)
        {
            if (box.Part is { } part)
            {
                return (wiring.Operations[part.First], 1, 0);
            }

            var users = box.Sources.SelectMany(place => wiring.Uses(place).ToArray())
                .Select(use => wiring.Steps[use])
                .Where(step => step >= first && step < end)
                .Select(step => starts[step - first]);
            var own = box.Sources[0];
            return (users.Append(own).Min(), 0, own);
        }

        return [.. boxes.OrderBy(Order)];
    }

    /// <summary>The places of all nodes that a box stands for.</summary>
    private IEnumerable<int> Shown(ShownBox box) => box.Part is { } part
        ? wiring.Operations[part.First..part.End]
        : box.Sources;

    private ReadNode Node(ShownBox box) => box switch
    {
        { Part: { Kind: not PartKind.Operation } part } => Folded(part),
        { Sources.Count: > 1 } => Bundle(box.Sources),
        _ => Single(Shown(box).First(), box.Part is null),
    };

    private ReadNode Single(int place, bool isSource) =>
        new(wiring.Nodes[place], NameOf(place), results.Contains(place))
        {
            Enters = isSource && wiring.Steps[place] >= 0,
        };

    private string? NameOf(int place)
    {
        var node = wiring.Nodes[place];

        // The way to a parameter is in the frames; its end is what tells weights from biases.
        var own = node.Kind == GraphNodeKind.Parameter ? PlainName.EndOf(node.Name) : PlainName.Of(node.Name);
        return own ?? PlainName.Of(names.GetValueOrDefault(node.Id));
    }

    private ReadNode Folded(Part part)
    {
        var operations = wiring.Operations[part.First..part.End];
        var result = Result(part.First, part.End);
        var node = wiring.Nodes[result] with
        {
            Kind = GraphNodeKind.Operation,
            Operation = part.Name,
            Notation = null,
            SavedBytes = Sums.Of(operations.Select(place => wiring.Nodes[place].SavedBytes)),
            Freed = operations.Any(place => wiring.Nodes[place].Freed),
            Change = Merged(operations.Select(place => wiring.Nodes[place].Change)),
        };
        var leaves = operations.SelectMany(place => wiring.Operands(place).ToArray())
            .Select(edge => edge.From)
            .Where(place => wiring.Steps[place] < 0 && !boxed.Contains(place))
            .Distinct();
        var isRoot = operations.Any(results.Contains);
        return new ReadNode(node, NameOf(result), isRoot)
        {
            Fold = Fold(part.Name, part.Repeats, part.Count, [.. operations, .. leaves], part.Unit) with
            {
                Gradients = Gradients(part),
            },
        };
    }

    /// <summary>The place of the last operation of some steps whose value is used after them.</summary>
    private int Result(int start, int stop)
    {
        var operations = wiring.Operations[start..stop];
        return operations.LastOrDefault(
            place => results.Contains(place) || wiring.Uses(place) is [.., var last] && wiring.Steps[last] >= stop,
            operations[^1]);
    }

    /// <summary>What arrives at a part's repetitions, or else at its parts.</summary>
    private ValueSummary[] Gradients(Part part)
    {
        while (part.Parts is [var only])
        {
            part = only;
        }

        Part[][] units = [.. part.Parts.Chunk(part.Repeats > 1 ? part.Parts.Count / part.Repeats : 1)];
        ValueSummary[] gradients =
        [
            .. Evenly.Places(units.Length, MostGradients)
                .Select(index => wiring.Nodes[Result(units[index][0].First, units[index][^1].End)].Gradient)
                .OfType<ValueSummary>(),
        ];
        return gradients.Length >= FewestGradients ? gradients : [];
    }

    private ReadNode Bundle(IReadOnlyList<int> places)
    {
        GraphNode[] nodes = [.. places.Select(place => wiring.Nodes[place])];
        var enters = wiring.Steps[places[0]] >= 0;
        var noun = enters ? "value" : nodes[0].Kind == GraphNodeKind.Parameter ? "parameter" : "constant";
        var node = nodes[0] with
        {
            Name = null,
            Shape = [nodes.Length],
            Value = MergedSummary.Of(nodes.Select(each => each.Value)),
            Gradient = MergedSummary.Of(nodes.Select(each => each.Gradient)),
            SavedBytes = 0,
            Freed = false,
            Line = null,
            Gathered = null,
            Change = Merged(nodes.Select(each => each.Change)),
        };
        return new ReadNode(node, null, places.Any(results.Contains))
        {
            Enters = enters,
            Fold = Fold(NumberText.Count(nodes.Length, noun), 1, 0, places, []),
        };
    }

    private GraphFold Fold(
        string name,
        int repeats,
        int operations,
        IReadOnlyList<int> members,
        IReadOnlyList<Part> unit)
    {
        IReadOnlyList<int> loose = operations > 0 ? [] : members;
        return new GraphFold(name, repeats, operations, [.. members.Select(place => wiring.Nodes[place].Id)], new(() =>
        {
            // What is seen outside keeps its name inside.
            var known = new Dictionary<long, string>(names);
            foreach (var node in Nodes.Where(node => node.Caption is not null))
            {
                known.TryAdd(node.Node.Id, node.Caption!);
            }

            var reader = new ExcerptReader(wiring, known, Excerpt.Of(wiring, unit, loose));
            return new GraphReading(wiring.Excerpt(unit, loose), name, reader);
        }));
    }

    // What became of several is a change unless it is the same for all.
    private static ChangeKind? Merged(IEnumerable<ChangeKind?> changes) =>
        changes.Distinct().ToArray() is [var one] ? one : ChangeKind.Changed;

    private IEnumerable<ReadEdge> Connect()
    {
        var joined = new Dictionary<(ReadNode, ReadNode), List<GraphEdge>>();
        var order = new List<(ReadNode From, ReadNode To, List<GraphEdge> Edges)>();
        for (var step = first; step < end; step++)
        {
            foreach (var (from, to, edge) in wiring.Operands(wiring.Operations[step]).ToArray())
            {
                var target = nodeOf[to];
                if (!nodeOf.TryGetValue(from, out var source) || ReferenceEquals(source, target))
                {
                    continue;
                }

                var isJoined = source.Fold is not null || target.Fold is not null;
                if (isJoined && joined.TryGetValue((source, target), out var same))
                {
                    same.Add(edge);
                    continue;
                }

                order.Add((source, target, [edge]));
                joined[(source, target)] = order[^1].Edges;
            }
        }

        foreach (var (from, to, edges) in order)
        {
            var isSimple = to.Fold is null && edges.Count == 1;
            var read = new ReadEdge(
                from,
                to,
                edges[0].Operand,
                edges.Any(edge => edge.CarriesGradient),
                isSimple ? edges[0].LocalDerivative : null)
            {
                Count = edges.Count,
                Contribution = MergedSummary.Of(edges.Select(edge => edge.Contribution)),
                Change = Merged(edges.Select(edge => edge.Change)),
            };
            from.Uses.Add(read);
            to.Operands.Add(read);
            yield return read;
        }
    }
}
