using NotebookGrad.Flow;
using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad;

/// <summary>
/// Watches how gradients flow through a network while it is trained, in an ordinary loop: where they vanish, explode or
/// die, and why. As the last expression of a cell it is drawn.
/// </summary>
/// <remarks>
/// It follows the backward passes that reach the network's parameters; nothing in the loop changes. Steps that are not
/// looked at cost a glance whether gradients are finite. What is remembered is bounded, however long the training.
/// </remarks>
/// <example>
/// <code>
/// var flow = GradientFlow.Watch(model);
/// foreach (var (x, y) in loader) { … loss.Backward(); optimizer.Step(); }
/// flow
/// </code>
/// </example>
public sealed class GradientFlow : IInspectable, IDisposable
{
    private readonly FlowRecorder recorder;
    private readonly IDisposable subscription;

    private GradientFlow(FlowRecorder recorder)
    {
        this.recorder = recorder;
        subscription = PassObservers.Add(recorder);
    }

    /// <summary>How many steps were made while it watched.</summary>
    public long Steps => recorder.Steps;

    /// <summary>What keeps the network from learning, the gravest first; none where it is healthy.</summary>
    public IReadOnlyList<FlowFinding> Findings => Snapshot().Findings;

    /// <summary>Begins to watch a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="every">
    /// Looks at the first steps, as many as this, and from then on at every so manieth.
    /// </param>
    /// <exception cref="ArgumentException">It has no parameters, or <paramref name="every"/> is below 1.</exception>
    public static GradientFlow Watch(Module model, int every = 10)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(new FlowRecorder(WatchedParameters.Of(model), every));
    }

    /// <summary>Begins to watch parameters that belong to no module.</summary>
    /// <param name="parameters">Leaves that require a gradient, in the order of the forward pass.</param>
    /// <param name="every">
    /// Looks at the first steps, as many as this, and from then on at every so manieth.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are none, one is no leaf that requires a gradient, or <paramref name="every"/> is below 1.
    /// </exception>
    public static GradientFlow Watch(IEnumerable<Tensor> parameters, int every = 10)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new(new FlowRecorder(WatchedParameters.Of(parameters), every));
    }

    /// <summary>Runs side by side: the lecture's plots in one call.</summary>
    /// <param name="runs">
    /// At least two, each with its name, as in <c>("sigmoid", plain), ("ReLU", rectified)</c>.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two, or one has no flow.</exception>
    public static FlowComparison Compare(params IReadOnlyList<(string Name, GradientFlow Flow)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var problem = runs.Count < 2 ? $"{runs.Count} run given; give at least two, each with its name"
            : runs.Any(run => run.Flow is null) ? "a run has no flow; give each what GradientFlow.Watch has returned"
            : null;
        return problem is null
            ? new([.. runs.Select(run => new FlowRun(run.Name, run.Flow.Snapshot()))])
            : throw new ArgumentException($"compare: {problem}");
    }

    /// <summary>What was seen up to now, by layer; it does not change any more.</summary>
    public FlowSnapshot Snapshot() => recorder.Snapshot();

    /// <summary>
    /// Shows the picture among the outputs of the cell that runs, or as a line in a console, and draws it anew while
    /// the network is trained, for at most a twentieth of the time.
    /// </summary>
    /// <returns>Ends that with the last picture when it is disposed of.</returns>
    /// <example><c>using (flow.Live()) { foreach (var (x, y) in loader) { … } }</c></example>
    public IDisposable Live() => new LiveFlow(recorder);

    /// <summary>The same over time: layers × steps as a map, norms with clipping, cosines and noise.</summary>
    public FlowHistory OverTime() => new(Snapshot());

    /// <summary>How values were distributed over time: a ridge of histograms for each layer.</summary>
    public FlowHistograms Histograms(FlowQuantity quantity = FlowQuantity.Gradients) => new(Snapshot(), quantity);

    /// <summary>The last graph that was looked at, with sizes of values and gradients along its edges.</summary>
    /// <exception cref="InvalidOperationException">No backward pass has reached the network yet.</exception>
    public GraphSnapshot OnGraph() => Snapshot().Graph
        ?? throw new InvalidOperationException(
            "gradient flow: no backward pass has reached the network yet; call loss.Backward() first");

    /// <summary>Ends the watch; what was seen stays.</summary>
    public void Dispose() => subscription.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Snapshot().ToString();
}
