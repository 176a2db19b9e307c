namespace NotebookGrad.Inspection;

/// <summary>A tensor as it stood at one moment, for drawing: statistics and a map of bounded size.</summary>
/// <param name="Id">Identity of the tensor's node in the graph, or null where it has none.</param>
/// <param name="Name">The name given by <c>Named</c>, or null.</param>
/// <param name="Shape">Shape.</param>
/// <param name="DType">Type of the elements.</param>
/// <param name="Device">Where the elements lie, such as <c>cpu</c>.</param>
/// <param name="RequiresGrad">Whether operations on it are recorded.</param>
/// <param name="IsLeaf">Whether no recorded operation made it.</param>
/// <param name="Operation">The operation that made it, or null for a leaf.</param>
/// <param name="Value">Statistics of the elements.</param>
/// <param name="Map">The elements, or means of neighbours.</param>
/// <param name="Histogram">How often which elements occur.</param>
/// <param name="Gradient">Statistics of <c>Grad</c>, or null where there is none.</param>
/// <param name="GradientMap">The elements of <c>Grad</c>, laid out as those of <paramref name="Map"/>, or null.</param>
public sealed record TensorSnapshot(
    long? Id,
    string? Name,
    Shape Shape,
    DType DType,
    string Device,
    bool RequiresGrad,
    bool IsLeaf,
    string? Operation,
    ValueSummary Value,
    ElementMap Map,
    ElementHistogram Histogram,
    ValueSummary? Gradient,
    ElementMap? GradientMap) : IInspectable
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name ?? "tensor"}: {DType.Text} {Shape}";
}
