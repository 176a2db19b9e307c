namespace NotebookGrad.Inspection;

/// <summary>
/// The names by which messages call tensors: those given by <c>Named</c>, else those of a notebook's variables.
/// </summary>
public static class Naming
{
    /// <summary>
    /// Finds out which variables hold which tensors at that moment; set by a notebook.
    /// </summary>
    public static Func<INameSource>? Variables { get; set; }

    /// <summary>A tensor in a message: its name, if it has one, and its shape.</summary>
    internal static string Describe(string? name, Shape shape) => $"{name ?? "a tensor"} {shape}";

    /// <summary>The name of a tensor, or null.</summary>
    internal static string? Of(Tensor tensor) => tensor.Name ?? Variables?.Invoke().NameOf(tensor);

    /// <summary>The name of a node's value, or null.</summary>
    internal static string? Of(Node node) => node.Name ?? Variables?.Invoke().NameOf(node.Id);
}
