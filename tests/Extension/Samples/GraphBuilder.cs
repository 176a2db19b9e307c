using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Builds snapshots of graphs by hand, so that the views are tested without the engine.</summary>
internal sealed class GraphBuilder
{
    private static readonly Dictionary<string, Notation> Notations = new()
    {
        ["mul"] = new Notation("×", "{0}·{1}", "{0} \\cdot {1}", "{1}", "{0}"),
        ["add"] = new Notation("+", "{0} + {1}", "{0} + {1}", "1", "1"),
        ["sub"] = new Notation("−", "{0} − {1}", "{0} - {1}", "1", "−1"),
        ["square"] = new Notation("(·)²", "{0}²", "{0}^2", "2·{0}"),
        ["tanh"] = new Notation("tanh", "tanh({0})", "\\tanh {0}", "1 − {y}²"),
        ["matmul"] = new Notation("@", "{0}·{1}", "{0} {1}", "{1}ᵀ", "{0}ᵀ"),
        ["relu"] = new Notation("ReLU", "ReLU({0})", "{0}", "[{0} > 0]"),
        ["mean"] = new Notation("mean", "mean({0})", "{0}", "1/n"),
        ["softmax"] = new Notation("softmax", "softmax({0})", "{0}"),
        ["log"] = new Notation("log", "log({0})", "{0}", "1/{0}"),
        ["index"] = new Notation("[·]", "{0}[3]", "{0}"),
    };

    private readonly List<GraphNode> nodes = [];
    private readonly List<GraphEdge> edges = [];
    private readonly HashSet<long> needy = [];
    private readonly Stack<GraphModule> modules = [];

    public long Parameter(string? name, double value) =>
        Leaf(GraphNodeKind.Parameter, name, Summaries.Of(value), []);

    public long Constant(string? name, double value) =>
        Leaf(GraphNodeKind.Constant, name, Summaries.Of(value), []);

    public long Parameter(string? name, params int[] shape) =>
        Leaf(GraphNodeKind.Parameter, name, Summaries.Random(shape, nodes.Count), shape);

    public long Constant(string? name, params int[] shape) =>
        Leaf(GraphNodeKind.Constant, name, Summaries.Random(shape, nodes.Count), shape);

    public long Leaf(GraphNodeKind kind, string? name, ValueSummary? value, Shape shape)
    {
        nodes.Add(new GraphNode(
            nodes.Count, kind, name, null, null, shape, DType.Float32, value, null, SavedBytes: 0, Freed: false, null));
        needy.UnionWith(kind == GraphNodeKind.Parameter ? [nodes.Count - 1] : Array.Empty<long>());
        return nodes.Count - 1;
    }

    /// <summary>What is built until <see cref="Leave"/> belongs to one call of a module.</summary>
    public void Enter(string module) =>
        modules.Push(new GraphModule(module, modules.TryPeek(out var around) ? around : null));

    public void Leave() => modules.Pop();

    /// <summary>An operation on single numbers, with its value and its local derivatives.</summary>
    public long Apply(string operation, string? name, params long[] operands)
    {
        var x = operands.Select(operand => nodes[(int)operand].Value!.First[0]).ToArray();
        var (value, derivatives) = operation switch
        {
            "mul" => (x[0] * x[1], new[] { x[1], x[0] }),
            "add" => (x[0] + x[1], [1, 1]),
            "sub" => (x[0] - x[1], [1, -1]),
            "square" => (x[0] * x[0], [2 * x[0]]),
            "tanh" => (Math.Tanh(x[0]), [1 - Math.Pow(Math.Tanh(x[0]), 2)]),
            "relu" => (Math.Max(0, x[0]), [x[0] > 0 ? 1 : 0]),
            _ => (Math.Log(x[0]), [1 / x[0]]),
        };
        return Apply(operation, name, Summaries.Of(value), [], derivatives, operands);
    }

    /// <summary>An operation on tensors.</summary>
    public long Apply(string operation, string? name, int[] shape, params long[] operands) =>
        Apply(operation, name, Summaries.Random(shape, nodes.Count), shape, null, operands);

    public long Apply(
        string operation,
        string? name,
        ValueSummary? value,
        Shape shape,
        double[]? derivatives,
        params long[] operands)
    {
        var id = nodes.Count;
        nodes.Add(new GraphNode(
            id,
            GraphNodeKind.Operation,
            name,
            operation,
            Notations.GetValueOrDefault(operation),
            shape,
            DType.Float32,
            value,
            null,
            SavedBytes: 8,
            Freed: false,
            "cell 1:2") { Module = modules.TryPeek(out var module) ? module : null });
        for (var operand = 0; operand < operands.Length; operand++)
        {
            var needs = NeedsGradient(operands[operand]);
            needy.UnionWith(needs ? [id] : Array.Empty<long>());
            edges.Add(new GraphEdge(operands[operand], id, operand, needs, needs ? derivatives?[operand] : null));
        }

        return id;
    }

    /// <summary>The graph as it stands before a backward pass.</summary>
    public GraphSnapshot Forward(params long[] roots) => new([.. nodes], [.. edges], roots, BackwardDone: false, 0);

    /// <summary>The graph as a backward pass leaves it: numbers get true gradients, tensors get some.</summary>
    public GraphSnapshot Backward(long root)
    {
        var gradients = new double[nodes.Count];
        gradients[root] = 1;
        var operands = edges.Where(edge => edge.CarriesGradient).ToLookup(edge => edge.To);
        for (var id = nodes.Count - 1; id >= 0; id--)
        {
            foreach (var edge in operands[id])
            {
                gradients[edge.From] += gradients[id] * (edge.LocalDerivative ?? 0.5);
            }
        }

        var after = nodes.Select((node, id) => NeedsGradient(id)
            ? node with { Gradient = GradientOf(node, gradients[id]), Freed = node.SavedBytes > 0, SavedBytes = 0 }
            : node);
        return new GraphSnapshot([.. after], [.. edges], [root], BackwardDone: true, 0);
    }

    private static ValueSummary GradientOf(GraphNode node, double gradient) =>
        node.Value?.Count is null or 1
            ? Summaries.Of(gradient)
            : Summaries.Random(node.Shape.ToArray(), (int)node.Id + 1000, scale: gradient * 0.01);

    private bool NeedsGradient(long id) => needy.Contains(id);
}
