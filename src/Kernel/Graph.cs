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

    /// <summary>
    /// What is different between two graphs: nodes and edges added, removed and changed. Parameters are found again by
    /// identity or name, operations by what they are made from and used for.
    /// </summary>
    public static GraphDifference Difference(GraphSnapshot before, GraphSnapshot after) =>
        GraphComparison.Of(before, after);

    /// <summary>
    /// Gathers what is recorded until the returned scope ends under a name, by which pictures fold it: a layer, a
    /// block, a model. Scopes nest, and each call is a module of its own.
    /// </summary>
    /// <param name="name">The name, such as <c>encoder</c>.</param>
    /// <example><c>using (Graph.Module("encoder")) { h = (x.MatMul(w) + b).Tanh(); }</c></example>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IDisposable Module(string name) => EnterModule(name, null);

    /// <summary>The same of a type that is to be told beside the name.</summary>
    internal static IDisposable EnterModule(string name, string? type)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException(
                $"module: the name \"{name}\" is empty; give one that says what the part is, such as \"encoder\"");
        }

        var mode = AutogradMode.Current;
        return (mode with { Module = new GraphModule(name, mode.Module) { Type = type } }).Enter();
    }
}
