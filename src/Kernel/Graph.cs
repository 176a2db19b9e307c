using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Computational graphs of several results at once.</summary>
public static class Graph
{
    /// <summary>The graph behind some tensors as it stands now, for drawing; what they share is drawn once.</summary>
    public static GraphSnapshot Of(params IReadOnlyList<Tensor> roots) => GraphInspector.Inspect(roots);

    /// <summary>
    /// How many computations a tensor keeps alive: after <c>total += loss</c> in a loop, one for each loss.
    /// </summary>
    public static HeldGraphs Held(Tensor tensor) => HeldInspector.Inspect(tensor);
}
