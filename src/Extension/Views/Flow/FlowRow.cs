using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A weight as a picture of gradient flow shows it.</summary>
/// <param name="Number">Its number among all weights in the order of the forward pass, from 1.</param>
/// <param name="Index">Its index among the parameters of the snapshot.</param>
/// <param name="Label">What a picture calls it: the layer where that is enough to tell rows apart.</param>
/// <param name="Name">Its name, of bounded length.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Activations">The indices of what was computed with it, in the order of the forward pass.</param>
internal sealed record FlowRow(
    int Number, int Index, string Label, string Name, Shape Shape, IReadOnlyList<int> Activations)
{
    /// <summary>What was seen of it.</summary>
    public ParameterMoment? In(FlowMoment moment) => moment.Parameters.ElementAtOrDefault(Index);

    /// <summary>The sizes of its gradient's elements; null where it has no gradient.</summary>
    public Magnitudes? Gradient(FlowMoment moment) => In(moment)?.Gradient;

    /// <summary>The sizes of what its layer gave at last; null where that is not known.</summary>
    public Magnitudes? Activation(FlowMoment moment) => Seen(moment).Select(one => one.Values).LastOrDefault();

    /// <summary>The share of dead units after it; NaN where nothing there dies.</summary>
    public double Dead(FlowMoment moment) => Largest(Seen(moment).Select(one => one.Dead));

    /// <summary>The share of saturated elements after it; NaN where nothing there saturates.</summary>
    public double Saturated(FlowMoment moment) => Largest(Seen(moment).Select(one => one.Saturated));

    private IEnumerable<ActivationMoment> Seen(FlowMoment moment) =>
        Activations.Select(index => moment.Activations.ElementAtOrDefault(index)).OfType<ActivationMoment>();

    private static double Largest(IEnumerable<double> shares) =>
        shares.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
}
