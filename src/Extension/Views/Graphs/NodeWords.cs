using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A node in words, for tooltips and for those who do not see the picture.</summary>
internal static class NodeWords
{
    /// <summary>Everything known about a node in one line.</summary>
    public static string Of(ReadNode read)
    {
        var node = read.Node;
        var what = node.Kind switch
        {
            _ when read.Fold is { } fold => Folded(read, fold),
            _ when read.Enters => $"value {read.Term.Text} from outside",
            GraphNodeKind.Parameter => $"parameter {read.Term.Text}",
            GraphNodeKind.Constant when read.Caption is null => "constant",
            GraphNodeKind.Constant => $"constant {read.Term.Text}",
            _ when read.Caption is null => $"{Operation(node)}: {read.Formula}",
            _ => $"{Operation(node)}: {read.Term.Text} = {read.Formula}",
        };
        string[] parts =
        [
            what,
            .. read.Fold is { Operations: 0 } ? Array.Empty<string>() : [ValueText.Type(node.DType, node.Shape)],
            .. node.Value is { } value ? [$"value {ValueText.Of(value, node.DType)}"] : Array.Empty<string>(),
            .. node.Gradient is { } gradient
                ? [$"gradient {ValueText.Gradient(read, gradient)}"]
                : Array.Empty<string>(),
            .. node.Gathered is { } gathered
                ? [$".Grad has gathered {ValueText.Of(gathered)}"]
                : Array.Empty<string>(),
            .. Saved(node),
            .. PlainName.Of(node.Line, longest: 60) is { } line ? [$"built at {line}"] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }

    private static string Folded(ReadNode read, GraphFold fold) => fold.Operations == 0
        ? $"{fold.Name} together"
        : $"{NumberText.Count(fold.Operations, "operation")} folded: {read.Term.Text} = {read.Formula}";

    private static string Operation(GraphNode node) => PlainName.Of(node.Operation) ?? "operation";

    private static IEnumerable<string> Saved(GraphNode node)
    {
        if (node.Freed)
        {
            yield return "what it kept for its derivative is freed";
        }
        else if (node.SavedBytes > 0)
        {
            yield return $"keeps {NumberText.Bytes(node.SavedBytes)} for its derivative";
        }
    }
}
