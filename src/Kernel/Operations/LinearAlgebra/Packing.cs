namespace NotebookGrad.Operations;

/// <summary>
/// Several matrices side by side in one: what an operation with several results returns, for a node has one value.
/// </summary>
/// <param name="Shape">The shape of the whole.</param>
/// <param name="Parts">Where each matrix lies.</param>
internal sealed record Packing(Shape Shape, params Region[] Parts)
{
    /// <summary>A block of rows and columns of the last two axes.</summary>
    public static Region Block(string name, int row, int rows, int column, int columns) => new(
        layout => layout.Slice(layout.Rank - 2, row, rows).Slice(layout.Rank - 1, column, columns), name);

    /// <summary>A block of rows and columns, read as its transpose.</summary>
    public static Region Transposed(string name, int row, int rows, int column, int columns) => new(
        layout => Transposed(layout.Slice(layout.Rank - 2, row, rows).Slice(layout.Rank - 1, column, columns)), name);

    /// <summary>The beginning of a row.</summary>
    public static Region Row(string name, int row, int length) => new(
        layout => layout.Slice(layout.Rank - 1, 0, length).Select(layout.Rank - 2, row), name);

    /// <summary>A column.</summary>
    public static Region Column(string name, int column) => new(
        layout => layout.Select(layout.Rank - 1, column), name);

    /// <summary>One of the matrices, as a view.</summary>
    public Tensor Part(Tensor packed, int number) => Parts[number].Apply(packed);

    /// <summary>Matrices in their places.</summary>
    public Tensor Join(params ReadOnlySpan<Tensor> parts)
    {
        var whole = Parts[0].Placed(Shape).Apply(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            whole = whole + Parts[i].Placed(Shape).Apply(parts[i]);
        }

        return whole;
    }

    /// <summary>
    /// Whether a gradient of the whole is one of this part too. A derivative that divides by differences of equal
    /// values is taken only for parts that somebody has used.
    /// </summary>
    public bool Reaches(Tensor gradient, int number) => gradient.RequiresGrad
        ? Reaches(gradient.Node!, Parts[number])
        : Parts[number].Apply(gradient).Ne(0).Any().Item<bool>();

    // A gradient that will be differentiated may be zero by chance; then what it was added up from tells.
    private static bool Reaches(Node node, Region part) => node.Operation switch
    {
        Placement placement => placement.Picking == part,
        { Name: "add" } => node.Operands.Any(operand => Reaches(operand, part)),
        _ => true,
    };

    private static Layout Transposed(Layout layout) => layout.Permute(
        [.. Enumerable.Range(0, layout.Rank - 2), layout.Rank - 1, layout.Rank - 2]);
}
