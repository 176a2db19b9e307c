using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A graph as text, one line an operation: for graphs that are too wide to be drawn in characters.</summary>
internal static class GraphLines
{
    private const int WidestFormula = 48;

    /// <summary>The leaves, then the operations: <c>y = x·w    [3, 4]    0.2 ± 1.1    ∇ 0.01 ± 0.2</c>.</summary>
    public static string Of(GraphReading reading)
    {
        var rows = reading.Nodes
            .Where(node => node.IsOperation || node.Caption is not null || node.Fold is not null)
            .OrderBy(node => node.IsOperation)
            .Select(node => (Left: Left(node), Right: Right(node)))
            .ToArray();
        var width = rows.Select(row => TextMetrics.Columns(row.Left)).DefaultIfEmpty(0).Max();
        return string.Join('\n', rows.Select(row =>
            row.Left + new string(' ', width - TextMetrics.Columns(row.Left)) + "  " + row.Right));
    }

    private static string Left(ReadNode node)
    {
        if (!node.IsOperation)
        {
            return node.Term.Text + node switch
            {
                { Fold: not null } => "",
                { Enters: true } => " (from outside)",
                { Node.Kind: GraphNodeKind.Parameter } => " (parameter)",
                _ => " (constant)",
            };
        }

        var line = node.Caption is null ? node.Formula : $"{node.Caption} = {node.Formula}";
        return PlainName.Of(line, WidestFormula) ?? "";
    }

    private static string Right(ReadNode node)
    {
        var value = node.Node.Value is { } summary ? ValueText.Of(summary, node.Node.DType) : "";
        string[] parts =
        [
            .. node.Fold is { Operations: > 0 and var count }
                ? [NumberText.Count(count, "operation")]
                : Array.Empty<string>(),
            .. node.IsNumber || node.Fold is { Operations: 0 }
                ? Array.Empty<string>()
                : [ValueText.Of(node.Node.Shape)],
            .. value.Length == 0 ? Array.Empty<string>() : [node.IsNumber ? $"= {value}" : value],
            .. node.Node.Gradient is { } gradient ? [$"∇ {ValueText.Gradient(node, gradient)}"] : Array.Empty<string>(),
        ];
        return string.Join("  ", parts);
    }
}
