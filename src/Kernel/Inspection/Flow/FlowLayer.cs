namespace NotebookGrad.Inspection;

/// <summary>A row of pictures by layer: a weight, with what was computed with it.</summary>
/// <param name="Index">The weight's index among the parameters of the snapshot.</param>
/// <param name="Parameter">The weight.</param>
/// <param name="Activations">
/// The indices, among the activations of the snapshot, of what was computed with it, in the order of the forward pass.
/// </param>
public sealed record FlowLayer(int Index, FlowParameter Parameter, IReadOnlyList<int> Activations)
{
    /// <summary>What was seen of the weight; null where the moment does not have it.</summary>
    public ParameterMoment? In(FlowMoment moment) => moment.Parameters.ElementAtOrDefault(Index);

    /// <summary>The sizes of the weight's gradient; null where it has none.</summary>
    public Magnitudes? Gradient(FlowMoment moment) => In(moment)?.Gradient;

    /// <summary>The sizes of what the layer gave at last; null where that is not known.</summary>
    public Magnitudes? Activation(FlowMoment moment) => Seen(moment).Select(one => one.Values).LastOrDefault();

    /// <summary>The sizes of a quantity; null where they are not known.</summary>
    public Magnitudes? Sizes(FlowMoment moment, FlowQuantity quantity) => quantity switch
    {
        FlowQuantity.Weights => In(moment)?.Weights,
        FlowQuantity.Activations => Activation(moment),
        _ => Gradient(moment),
    };

    /// <summary>The share of dead units after it, from 0 to 1; NaN where nothing there dies.</summary>
    public double Dead(FlowMoment moment) => Largest(Seen(moment).Select(one => one.Dead));

    /// <summary>The share of saturated elements after it, from 0 to 1; NaN where nothing there saturates.</summary>
    public double Saturated(FlowMoment moment) => Largest(Seen(moment).Select(one => one.Saturated));

    private IEnumerable<ActivationMoment> Seen(FlowMoment moment) =>
        Activations.Select(index => moment.Activations.ElementAtOrDefault(index)).OfType<ActivationMoment>();

    private static double Largest(IEnumerable<double> shares) =>
        shares.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
}
