namespace NotebookGrad.Inspection;

/// <summary>A tensor as it stood at one moment, for drawing: statistics and a grid of bounded size.</summary>
/// <param name="Id">Identity of the tensor's node in the graph, or null where it has none.</param>
/// <param name="Name">The name given by <c>Named</c>, or null.</param>
/// <param name="Shape">Shape.</param>
/// <param name="DType">Type of the elements.</param>
/// <param name="Device">Where the elements lie, such as <c>cpu</c>.</param>
/// <param name="RequiresGrad">Whether operations on it are recorded.</param>
/// <param name="IsLeaf">Whether no recorded operation made it.</param>
/// <param name="Operation">The operation that made it, or null for a leaf.</param>
/// <param name="Value">Statistics of the elements.</param>
/// <param name="Gradient">Statistics of <c>Grad</c>, or null where there is none.</param>
/// <param name="Grid">
/// The elements as rows and columns (all leading axes folded into the rows), cut to
/// <see cref="GridRows"/> by <see cref="GridColumns"/> from the start; a vector is one row.
/// </param>
/// <param name="Rows">How many rows there are in all.</param>
/// <param name="Columns">How many columns there are in all.</param>
/// <param name="Histogram">Counts of the finite elements in equal bins from the minimum to the maximum.</param>
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
    ValueSummary? Gradient,
    IReadOnlyList<IReadOnlyList<double>> Grid,
    long Rows,
    long Columns,
    IReadOnlyList<int> Histogram)
{
    /// <summary>The most rows that <see cref="Grid"/> holds.</summary>
    public const int GridRows = 16;

    /// <summary>The most columns that <see cref="Grid"/> holds.</summary>
    public const int GridColumns = 24;

    /// <summary>The number of bins of <see cref="Histogram"/>.</summary>
    public const int Bins = 24;
}
