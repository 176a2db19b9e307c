using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>The numbers of a snapshot as rules read them.</summary>
internal sealed class FlowReading
{
    // Of first weights it is about 1 at most: outputs, and so the loss, grow as fast as the weights.
    private const double Fitted = 3;

    public FlowReading(FlowSnapshot flow)
    {
        Flow = flow;
        Layers = LayerParameters.Of(flow);
        Loss = new LossCourse(flow.Moments);
        Chains = [.. flow.Moments.Select(moment => BackwardChain.At(flow, moment))];
        OverTime = [.. flow.Moments.Select(moment => BackwardChain.OverTime(flow, moment)).OfType<RecurrentChain>()];
        Updates = [.. flow.Moments.Select(UpdateOf)];
    }

    /// <summary>What was seen.</summary>
    public FlowSnapshot Flow { get; }

    /// <summary>The same, oldest first; at least one.</summary>
    public IReadOnlyList<FlowMoment> Moments => Flow.Moments;

    /// <summary>The layers in the order of the forward pass.</summary>
    public IReadOnlyList<LayerParameters> Layers { get; }

    /// <summary>How the loss has gone.</summary>
    public LossCourse Loss { get; }

    /// <summary>The way back at each moment.</summary>
    public IReadOnlyList<BackwardChain> Chains { get; }

    /// <summary>The way back through the calls of a recurrent layer, at each moment that has one.</summary>
    public IReadOnlyList<RecurrentChain> OverTime { get; }

    /// <summary>
    /// The update-to-weight ratio of the median weight at each moment; NaN where no step followed.
    /// </summary>
    public IReadOnlyList<double> Updates { get; }

    /// <summary>What <see cref="IsFitted"/> asks, for documents.</summary>
    public static string FittedCriterion =>
        $"a change of a weight by a part of its length changes their loss by more than {Fitted} times that part.";

    /// <summary>
    /// Whether the loss depends so steeply on the weights that they must have been fitted, perhaps before the watch
    /// began: ‖∂L/∂w‖ · ‖w‖ / |L|, in the mean over the parameters and the median of the moments.
    /// </summary>
    public bool IsFitted => Moments.Select(SteepnessOf).Median() > Fitted;

    /// <summary>The last few moments, which tell how it is now.</summary>
    public IEnumerable<FlowMoment> Recent => Moments.TakeLast(Math.Clamp(Moments.Count / 4, 1, 5));

    /// <summary>The share that one activation shows at some moments, in the median; NaN where it shows none.</summary>
    public static double Share(
        IEnumerable<FlowMoment> moments, int activation, Func<ActivationMoment, double> share) =>
        moments.Select(moment => At(moment, activation) is { } one ? share(one) : double.NaN).Median();

    /// <summary>An activation at a moment; null where the pass did not have it.</summary>
    public static ActivationMoment? At(FlowMoment moment, int activation) =>
        moment.Activations.ElementAtOrDefault(activation);

    private double UpdateOf(FlowMoment moment) => moment.Parameters
        .Where((one, number) => Flow.Parameters[number].IsWeight && !one.IsFrozen)
        .Select(one => one.UpdateRatio)
        .Where(double.IsFinite)
        .Median();

    private static double SteepnessOf(FlowMoment moment) => moment.Parameters
        .Where(one => one.Gradient is not null)
        .Select(one => one.Gradient!.Norm * one.Weights.Norm / Math.Abs(moment.Loss))
        .DefaultIfEmpty(double.NaN)
        .Average();
}
