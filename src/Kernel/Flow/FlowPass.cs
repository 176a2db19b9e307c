using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// One backward pass: whether it reaches the parameters and, at some steps, every gradient on its way.
/// </summary>
internal sealed class FlowPass(FlowRecorder recorder, WatchedParameters watched, Tensor root) : IPassWatch
{
    private readonly List<(Node Node, Moments? Gradient)> arrived = [];
    private bool reaches;

    /// <summary>What <c>Backward</c> was called on.</summary>
    public Tensor Root => root;

    /// <summary>Whether the step is looked at.</summary>
    public bool Looks { get; init; }

    /// <summary>Whether the graph is to be drawn.</summary>
    public bool Draws { get; init; }

    /// <summary>Whether a step has been made, and its gradients are still there.</summary>
    public bool Accumulates { get; init; }

    /// <summary>The loss; NaN where it is no single number.</summary>
    public double Loss => root.Count == 1 ? ValueInspector.Read(root)[0] : double.NaN;

    /// <summary>The graph of the pass; null where the step is not looked at.</summary>
    public SampledGraph? Graph { get; private set; }

    /// <inheritdoc/>
    public void Arrived(Node node, Tensor gradient)
    {
        if (node.Operation is null)
        {
            reaches |= watched.Find(node) is not null;
        }

        if (Looks)
        {
            var isRead = node.Operation is not null && (Draws || FlowActivations.MayBe(node));
            arrived.Add((node, isRead ? Moments.Of(gradient) : null));
        }
    }

    /// <inheritdoc/>
    public void Finished()
    {
        if (reaches)
        {
            Graph = Looks ? new SampledGraph(watched, arrived, Draws) : null;
            recorder.Take(this);
        }
    }

    /// <summary>Whether the loss and the gradients of the parameters are finite, as far as a look tells.</summary>
    public bool IsFinite()
    {
        var isFinite = root.Count != 1 || double.IsFinite(Loss);
        for (var i = 0; i < watched.All.Length && isFinite; i++)
        {
            isFinite = watched.All[i].Gradient is not { } gradient || ElementMath.LooksFinite(gradient);
        }

        return isFinite;
    }
}
