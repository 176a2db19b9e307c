using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>What a node or an edge of an exported graph is called: the texts of the picture.</summary>
internal static class NodeLabel
{
    /// <summary>The lines in a node's box: symbol and name, shape, value, gradient.</summary>
    public static IReadOnlyList<string> Lines(ReadNode read)
    {
        var node = read.Node;
        var symbol = node.Kind == GraphNodeKind.Operation ? read.Symbol : "";
        string[] lines =
        [
            read.Fold is { } fold ? Folded(fold) : string.Join("  ", new[] { symbol, read.Caption ?? "" }.Where(Told)),
            read.IsNumber ? "" : ValueText.Of(node.Shape),
            node.Value is { } value ? ValueText.Of(value) : "",
            node.Gradient is { } gradient ? $"∇ {ValueText.Of(gradient)}" : "",
        ];
        return [.. lines.Where(Told)];
    }

    /// <summary>The local derivative of an edge, where it is a number that a gradient was multiplied by; else null.</summary>
    public static string? Factor(GraphReading reading, ReadEdge edge) =>
        HasGradient(reading, edge) && edge.LocalDerivative is { } local ? $"×{NumberText.Of(local)}" : null;

    /// <summary>Whether a gradient has flowed back along an edge.</summary>
    public static bool HasGradient(GraphReading reading, ReadEdge edge) => edge.CarriesGradient
        && reading.Graph.BackwardDone
        && (edge.From.Node.Gradient ?? edge.To.Node.Gradient) is not null;

    /// <summary>The nodes in the order of the reading with their numbers, those of each call of a module together.</summary>
    public static IEnumerable<IGrouping<GraphModule?, (int Number, ReadNode Node)>> ByModule(GraphReading reading) =>
        reading.Nodes.Index().Select(node => (node.Index, node.Item)).GroupBy(node => node.Item.Node.Module);

    private static string Folded(GraphFold fold)
    {
        var repeats = fold.Repeats > 1 ? $" ×{NumberText.Count(fold.Repeats)}" : "";
        return $"{fold.Name}{repeats}, {NumberText.Count(fold.Operations, "operation")}";
    }

    private static bool Told(string text) => text.Length > 0;
}
