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

    /// <summary>What the module is, such as <c>Linear</c>, where its name alone does not say it; else null.</summary>
    public string? Type { get; init; }

    /// <summary>What pictures call it: <c>encoder</c>, or <c>0: Linear</c> where the name is a number.</summary>
    public string Title => Type is null ? Name : $"{Name}: {Type}";

    /// <summary>The names from the outermost call to this one: <c>model.encoder</c>.</summary>
    public string Path => string.Join('.', Around.Reverse().Select(call => call.Name));

    /// <summary>This call and those around it, the outermost last.</summary>
    internal IEnumerable<GraphModule> Around
    {
        get
        {
            for (var call = this; call is not null; call = call.Parent)
            {
                yield return call;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
