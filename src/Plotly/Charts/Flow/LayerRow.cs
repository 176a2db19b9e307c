using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>A layer as charts show it.</summary>
/// <param name="Label">What charts call it: the layer where that is enough to tell weights apart.</param>
/// <param name="Layer">The weight with what was computed with it.</param>
internal sealed record LayerRow(string Label, FlowLayer Layer)
{
    /// <summary>The layers of a network in the order of the forward pass.</summary>
    public static IReadOnlyList<LayerRow> All(FlowSnapshot flow)
    {
        var layers = flow.Layers();
        var labels = Labels([.. layers.Select(one => one.Parameter)]);
        return [.. labels.Zip(layers, (label, layer) => new LayerRow(label, layer))];
    }

    // Rows of one name would be drawn as one.
    private static IEnumerable<string> Labels(IReadOnlyList<FlowParameter> weights)
    {
        Func<FlowParameter, string>[] names = [weight => weight.Layer, weight => weight.Name];
        var telling = names.FirstOrDefault(name => weights.Select(name).Distinct().Count() == weights.Count);
        return telling is null
            ? weights.Select((weight, index) => $"{index + 1}: {weight.Name}")
            : weights.Select(telling);
    }
}
