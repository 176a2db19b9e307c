using System.Collections.Frozen;
using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// What layers and nonlinear functions give, a row for each: calls of one function after one layer, such as the steps
/// of a recurrent network, are one row.
/// </summary>
internal sealed class FlowActivations
{
    private static readonly FrozenSet<string> Nonlinear = FrozenSet.Create(
        "relu", "clamp_min", "sigmoid", "tanh", "leaky_relu", "prelu", "elu", "gelu", "silu", "mish", "softplus",
        "softsign", "hardtanh", "hardsigmoid", "hardswish", "threshold", "softmax");

    private readonly Dictionary<(string Operation, int Layer), int> numbers = [];
    private readonly List<ActivationRow> rows = [];

    /// <summary>Whether a value may be a row's.</summary>
    public static bool MayBe(Node node) =>
        node.Operation is { } operation && (operation.IsProduct || Nonlinear.Contains(operation.Name));

    /// <summary>Looks at the activations of a graph: one moment a row, null for those that it does not have.</summary>
    public ActivationMoment?[] Look(SampledGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (MayBe(node) && (!node.Operation!.IsProduct || graph.IsLayerOutput(node)))
            {
                Row(node.Operation.Name, graph.Layer(node), node.Operation.IsProduct).Add(node, graph);
            }
        }

        return [.. rows.Select(row => row.Take())];
    }

    /// <summary>What pictures tell of the rows.</summary>
    public FlowActivation[] Told(WatchedParameters watched) => [.. rows.Select(row => row.Told(watched))];

    private ActivationRow Row(string operation, int layer, bool isLayerOutput)
    {
        if (!numbers.TryGetValue((operation, layer), out var number))
        {
            numbers[(operation, layer)] = number = rows.Count;
            rows.Add(new(operation, layer, isLayerOutput));
        }

        return rows[number];
    }
}
