namespace NotebookGrad.Operations;

/// <summary>Refuses what PyTorch only warns of: operands of a loss that would broadcast, which hides mistakes.</summary>
internal static class LossShapes
{
    /// <summary>Checks that operands of a loss have one shape.</summary>
    /// <exception cref="ArgumentException">Two differ; the message draws both, axis above axis.</exception>
    public static void RequireEqual(string operation, params ReadOnlySpan<(string Role, Tensor Tensor)> operands)
    {
        foreach (var other in operands[1..])
        {
            if (other.Tensor.Shape != operands[0].Tensor.Shape)
            {
                throw new ArgumentException(
                    $"{operation}: {operands[0].Role} {operands[0].Tensor.Describe()} and {other.Role} "
                    + $"{other.Tensor.Describe()} differ in shape:\n\n"
                    + Draw((operands[0].Role, operands[0].Tensor.Shape), (other.Role, other.Tensor.Shape))
                    + $"\n\n{Consequence(operands[0], other)}");
            }
        }
    }

    /// <summary>
    /// Two shapes one above the other, their axes aligned from the right as they would broadcast, and what would come
    /// of it; an axis that cannot is marked by ✗.
    /// </summary>
    internal static string Draw((string Role, Shape Shape) first, (string Role, Shape Shape) second)
    {
        var rank = Math.Max(first.Shape.Rank, second.Shape.Rank);
        var together = Enumerable.Range(-rank, rank).Select(axis => Meet(Cell(first.Shape, axis), Cell(second.Shape, axis)));
        (string Label, string[] Cells)[] rows =
        [
            (first.Role, Cells(first.Shape, rank)),
            (second.Role, Cells(second.Shape, rank)),
            ("together", [.. together]),
        ];
        var labels = rows.Max(row => row.Label.Length);
        var cells = rows.SelectMany(row => row.Cells).Select(cell => cell.Length).DefaultIfEmpty().Max();
        return string.Join('\n', rows.Select(row =>
            $"    {row.Label.PadRight(labels)}  {string.Concat(row.Cells.Select(cell => $" {cell.PadLeft(cells)}"))}".TrimEnd()));
    }

    private static string Consequence((string Role, Tensor Tensor) first, (string Role, Tensor Tensor) second)
    {
        var shape = string.Join(", ", first.Tensor.Shape.ToArray());
        if (first.Tensor.Count == second.Tensor.Count)
        {
            return "They would broadcast, which in a loss is nearly always a mistake; reshape one, as in "
                + $"{second.Role}.Reshape({shape})";
        }

        return $"A loss compares element with element: bring both to one shape, if they are meant to broadcast by "
            + $"{second.Role}.Expand({shape})";
    }

    private static string[] Cells(Shape shape, int rank) =>
        [.. Enumerable.Range(-rank, rank).Select(axis => Cell(shape, axis))];

    private static string Cell(Shape shape, int axis) => -axis <= shape.Rank ? $"{shape[^-axis]}" : string.Empty;

    private static string Meet(string first, string second) => (first, second) switch
    {
        _ when first == second => first,
        ("" or "1", _) => second,
        (_, "" or "1") => first,
        _ => "✗",
    };
}
