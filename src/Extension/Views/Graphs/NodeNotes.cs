using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// What is known of a node beside what its card shows, for whoever points at it: a line for each thing.
/// </summary>
internal static class NodeNotes
{
    private const int LongestDerivative = 60;
    private const int LongestLine = 60;

    /// <summary>The lines, the most important first.</summary>
    /// <param name="read">The node.</param>
    /// <param name="ranges">Whether the least and largest elements of value and gradient are told.</param>
    public static IReadOnlyList<string> Of(ReadNode read, bool ranges)
    {
        var node = read.Node;
        string?[] lines =
        [
            What(read),
            Derivatives(read),
            Value(node, ranges),
            Gradient(node, ranges),
            Along(read.Fold),
            node.Gathered is { } gathered ? $"gathered so far {ValueText.Of(gathered)}" : null,
            Saved(node),
            Where(node),
        ];
        return [.. lines.OfType<string>()];
    }

    /// <summary>What a node keeps for its derivative: <c>512 bytes</c>, <c>freed</c>; null for nothing.</summary>
    public static string? Kept(GraphNode node) =>
        node.Freed ? "freed" : node.SavedBytes > 0 ? NumberText.Bytes(node.SavedBytes) : null;

    /// <summary>The line that built a node, as a picture can hold it; null where it is not known.</summary>
    public static string? Line(GraphNode node) => PlainName.Of(node.Line, LongestLine);

    private static string What(ReadNode read)
    {
        if (read.Fold is { } fold)
        {
            return FoldWords.Title(fold);
        }

        return read.Node.Kind switch
        {
            GraphNodeKind.Parameter => $"parameter {read.Term.Text}",
            GraphNodeKind.Constant => read.Caption is null ? "constant" : $"constant {read.Term.Text}",
            _ => $"{PlainName.Of(read.Node.Operation) ?? "operation"}: "
                + (read.Caption is null ? "" : $"{read.Term.Text} = ") + read.Formula,
        };
    }

    private static string? Derivatives(ReadNode read)
    {
        var derivatives = read.Operands
            .Where(use => use.CarriesGradient && use.DerivativeInNames is not null and not "1")
            .DistinctBy(use => use.Operand)
            .Select(use => $"∂{read.Term.InBrackets}/∂{use.From.Term.InBrackets} = {use.DerivativeInNames}");
        return PlainName.Of(string.Join(", ", derivatives), LongestDerivative);
    }

    /// <summary>The gradients within a fold, first to last.</summary>
    private static string? Along(GraphFold? fold) => fold is { Gradients.Count: > 0 }
        ? $"∇ within, first to last: {string.Join(", ", fold.Gradients.Select(ValueText.Norm))}"
        : null;

    // A number is on the card, as mean and deviation are.
    private static string Value(GraphNode node, bool ranges)
    {
        var type = ValueText.Type(node.DType, node.Shape);
        return ranges && Range(node.DType, node.Value) is { } range ? $"{type}: {range}" : type;
    }

    private static string? Gradient(GraphNode node, bool ranges) =>
        ranges && node.Gradient is { } gradient && Range(node.DType, gradient) is { } range
            ? $"gradient {range}, norm {NumberText.Short(gradient.Norm)}"
            : null;

    /// <summary>The least and the largest element; null where they tell no more than the card does.</summary>
    private static string? Range(DType type, ValueSummary? summary)
    {
        var isReal = type is DType.Float32 or DType.Float64;
        if (!isReal || summary is not { Count: > 1 } || !double.IsFinite(summary.Minimum))
        {
            return null;
        }

        var (least, largest) = (NumberText.Short(summary.Minimum), NumberText.Short(summary.Maximum));
        return least == largest ? $"all {least}" : $"{least} … {largest}";
    }

    // That it has been freed is on the card.
    private static string? Saved(GraphNode node) =>
        !node.Freed && node.SavedBytes > 0 ? $"saves {NumberText.Bytes(node.SavedBytes)}" : null;

    private static string? Where(GraphNode node)
    {
        string?[] parts =
        [
            PlainName.Of(node.Module?.Path, LongestLine) is { } module ? $"in {module}" : null,
            Line(node),
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } told ? string.Join(", ", told) : null;
    }
}
