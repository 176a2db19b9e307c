namespace NotebookGrad.Inspection;

/// <summary>
/// One call of a module: a part of a graph that has a name and can be folded. Two calls of one name are two objects.
/// </summary>
/// <param name="name">The name given by <see cref="Graph.Module"/>, such as <c>encoder</c>.</param>
/// <param name="parent">The call around this one, or null.</param>
public sealed class GraphModule(string name, GraphModule? parent)
{
    /// <summary>The name, such as <c>encoder</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The call around this one, or null.</summary>
    public GraphModule? Parent { get; } = parent;

    /// <summary>The names from the outermost call to this one: <c>model.encoder</c>.</summary>
    public string Path => Parent is null ? Name : $"{Parent.Path}.{Name}";

    /// <inheritdoc/>
    public override string ToString() => Path;
}
