namespace NotebookGrad.Inspection;

/// <summary>Knows which variables hold which tensors.</summary>
public interface INameSource
{
    /// <summary>The variable that holds a tensor, or null.</summary>
    string? NameOf(Tensor tensor);

    /// <summary>The variable that holds the tensor of a node, by its identity, or null.</summary>
    string? NameOf(long identity);
}
