using NotebookGrad.Inspection;

namespace NotebookGrad.Exploration;

/// <summary>Which units of a network answer which share of inputs, and which none.</summary>
/// <param name="Layers">The layers, in the order in which they were computed.</param>
public sealed record UnitActivity(IReadOnlyList<LayerActivity> Layers) : IInspectable
{
    /// <summary>How many units there are.</summary>
    public int Units => Layers.Sum(layer => layer.Active.Count);

    /// <summary>How many of them answer no input.</summary>
    public int Dead => Layers.Sum(layer => layer.Dead);

    /// <inheritdoc/>
    public override string ToString() => $"{Dead} of {Units} units answer no input";
}
