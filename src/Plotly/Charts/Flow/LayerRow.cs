using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>A weight as charts by layer show it.</summary>
/// <param name="Label">What charts call it: the layer where that is enough to tell weights apart.</param>
/// <param name="Index">Its index among the parameters of the snapshot.</param>
/// <param name="Activations">The indices of what was computed with it, in the order of the forward pass.</param>
internal sealed record LayerRow(string Label, int Index, IReadOnlyList<int> Activations)
{
    /// <summary>The weights of a network in the order of the forward pass; all parameters if there are none.</summary>
    public static IReadOnlyList<LayerRow> All(FlowSnapshot flow)
    {
        var all = flow.Parameters.Index().ToArray();
        var weights = all.Where(one => one.Item.IsWeight).ToArray();
        weights = [.. (weights.Length > 0 ? weights : all).OrderBy(one => one.Item.Order)];
        var labels = Labels([.. weights.Select(one => one.Item)]);
        var activations = flow.Activations.Index().ToLookup(one => one.Item.Parameter, one => one.Index);
        return [.. weights.Zip(labels, (one, label) => new LayerRow(label, one.Index, [.. activations[one.Index]]))];
    }

    /// <summary>What was seen of it.</summary>
    public ParameterMoment? In(FlowMoment moment) => moment.Parameters.ElementAtOrDefault(Index);

    /// <summary>The sizes of its gradient's elements; null where it has no gradient.</summary>
    public Magnitudes? Gradient(FlowMoment moment) => In(moment)?.Gradient;

    /// <summary>The sizes of what its layer gave at last; null where that is not known.</summary>
    public Magnitudes? Activation(FlowMoment moment) => Seen(moment).Select(one => one.Values).LastOrDefault();

    /// <summary>The largest of the shares that are known after it; NaN where none is.</summary>
    public double Share(FlowMoment moment, Func<ActivationMoment, double> share) =>
        Seen(moment).Select(share).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    /// <summary>The histogram of a quantity; null where it was not counted.</summary>
    public ElementHistogram? Histogram(FlowMoment moment, FlowQuantity quantity) => (quantity switch
    {
        FlowQuantity.Weights => In(moment)?.Weights,
        FlowQuantity.Activations => Activation(moment),
        _ => Gradient(moment),
    })?.Histogram;

    private IEnumerable<ActivationMoment> Seen(FlowMoment moment) =>
        Activations.Select(index => moment.Activations.ElementAtOrDefault(index)).OfType<ActivationMoment>();

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
