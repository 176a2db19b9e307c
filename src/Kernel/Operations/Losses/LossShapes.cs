namespace NotebookGrad.Operations;

/// <summary>
/// Refuses what PyTorch only warns of: operands of a loss that would broadcast, which hides mistakes.
/// </summary>
internal static class LossShapes
{
    private const string Clash = "✗";

    /// <summary>Checks that operands of a loss have one shape.</summary>
    /// <exception cref="ArgumentException">Two differ; the message draws both, axis above axis.</exception>
    public static void RequireEqual(string operation, params ReadOnlySpan<(string Role, Tensor Tensor)> operands)
    {
        foreach (var other in operands[1..])
        {
            if (other.Tensor.Shape != operands[0].Tensor.Shape)
            {
                throw new ArgumentException(
                    $"{operation}: {operands[0].Tensor.Describe(operands[0].Role)} and "
                    + $"{other.Tensor.Describe(other.Role)} differ in shape:\n\n"
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
        (string Label, string[] Cells)[] rows =
        [
            (first.Role, Cells(first.Shape, rank)),
            (second.Role, Cells(second.Shape, rank)),
            ("together", Together(first.Shape, second.Shape, rank)),
        ];
        var labels = rows.Max(row => row.Label.Length);
        var cells = rows.SelectMany(row => row.Cells).Select(cell => cell.Length).DefaultIfEmpty().Max();
        return string.Join('\n', rows.Select(row =>
        {
            var aligned = row.Cells.Select(cell => $" {cell.PadLeft(cells)}");
            return $"    {row.Label.PadRight(labels)} {string.Concat(aligned)}".TrimEnd();
        }));
    }

    private static string Consequence((string Role, Tensor Tensor) first, (string Role, Tensor Tensor) second)
    {
        if (!CanMeet(first.Tensor.Shape, second.Tensor.Shape))
        {
            return "A loss compares element with element: give both one shape";
        }

        var shape = string.Join(", ", first.Tensor.Shape.ToArray());
        return "They would broadcast, which in a loss is nearly always a mistake; " + (
            first.Tensor.Count == second.Tensor.Count
                ? $"reshape one, as in {second.Role}.Reshape({shape})"
                : $"if it is meant, say {second.Role}.Expand({shape})");
    }

    private static bool CanMeet(Shape first, Shape second)
    {
        var rank = Math.Max(first.Rank, second.Rank);
        return !Together(first, second, rank).Contains(Clash);
    }

    private static string[] Together(Shape first, Shape second, int rank) =>
        [.. Cells(first, rank).Zip(Cells(second, rank), Meet)];

    private static string[] Cells(Shape shape, int rank) =>
        [.. Enumerable.Range(-rank, rank).Select(axis => Cell(shape, axis))];

    private static string Cell(Shape shape, int axis) => -axis <= shape.Rank ? $"{shape[^-axis]}" : string.Empty;

    private static string Meet(string first, string second) => (first, second) switch
    {
        _ when first == second => first,
        ("" or "1", _) => second,
        (_, "" or "1") => first,
        _ => Clash,
    };
}
