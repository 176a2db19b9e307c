using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A parameter with what pictures call it.</summary>
/// <param name="Tensor">The leaf.</param>
/// <param name="Name">Its name in the network.</param>
/// <param name="Layer">The path of the module that holds it.</param>
/// <param name="Type">That module's type; empty without one.</param>
internal sealed record WatchedParameter(Tensor Tensor, string Name, string Layer, string Type)
{
    /// <summary>Its <c>.Grad</c>, or null.</summary>
    public Tensor? Gradient => Tensor.Node?.Gradient;

    /// <summary>Whether it is a matrix or more: biases and scales are rows of numbers.</summary>
    public bool IsWeight => Tensor.Shape.Rank >= 2;

    /// <summary>What pictures tell of it.</summary>
    public FlowParameter Told(int order) => new(Name, Layer, Type, Tensor.Shape, IsWeight, order);
}
