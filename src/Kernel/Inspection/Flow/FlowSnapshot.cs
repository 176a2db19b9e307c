namespace NotebookGrad.Inspection;

/// <summary>
/// How gradients have flowed through a network while it was trained, by layer and over time: it holds no tensor and
/// does not change.
/// </summary>
/// <param name="Model">What pictures call the network.</param>
/// <param name="Steps">How many steps were made while it was watched.</param>
/// <param name="Every">Every how manieth of them was looked at.</param>
/// <param name="Parameters">The network's parameters, in its own order.</param>
/// <param name="Activations">What layers and nonlinear functions gave, in the order of the forward pass.</param>
/// <param name="Moments">
/// What was seen, oldest first, at most <see cref="MostMoments"/>: beyond that, neighbours are joined.
/// </param>
/// <param name="Findings">What keeps the network from learning, the gravest first; none where it is healthy.</param>
/// <param name="Graph">
/// The last graph that was looked at, with sizes of values and gradients, or null before the first.
/// </param>
public sealed record FlowSnapshot(
    string Model,
    long Steps,
    int Every,
    IReadOnlyList<FlowParameter> Parameters,
    IReadOnlyList<FlowActivation> Activations,
    IReadOnlyList<FlowMoment> Moments,
    IReadOnlyList<FlowFinding> Findings,
    GraphSnapshot? Graph) : IInspectable
{
    /// <summary>How many moments are kept at most, however long the training.</summary>
    public const int MostMoments = 256;

    /// <summary>Where NaN or ∞ has first come from; null where all was finite.</summary>
    public NotFiniteCause? Cause { get; init; }

    /// <summary>
    /// The rows of pictures by layer, in the order of the forward pass: the weights; all parameters where none is one.
    /// </summary>
    public IReadOnlyList<FlowLayer> Layers()
    {
        var activations = Activations.Index().ToLookup(one => one.Item.Parameter, one => one.Index);
        var all = Parameters.Index().Select(one => new FlowLayer(one.Index, one.Item, [.. activations[one.Index]]));
        var weights = all.Where(one => one.Parameter.IsWeight).ToArray();
        return [.. (weights.Length > 0 ? weights : all).OrderBy(one => one.Parameter.Order)];
    }

    /// <inheritdoc/>
    public override string ToString() => Findings.Count == 0
        ? $"gradient flow of {Model}: {Steps:N0} steps, nothing found"
        : $"gradient flow of {Model}: {Steps:N0} steps; {string.Join("; ", Findings)}";
}
