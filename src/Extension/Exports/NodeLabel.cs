using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>What a node or an edge of an exported graph is called: the texts of the picture.</summary>
internal static class NodeLabel
{
    /// <summary>The lines in a node's box: symbol and name, shape, value, gradient.</summary>
    public static IReadOnlyList<string> Lines(ReadNode read)
    {
        var node = read.Node;
        var symbol = read.IsOperation || read.Fold is not null ? read.Symbol : "";
        string[] lines =
        [
            string.Join("  ", new[] { symbol, read.Caption ?? "" }.Where(Told)),
            read.Fold is { Operations: > 0 } fold ? NumberText.Count(fold.Operations, "operation") : "",
            read.IsNumber ? "" : ValueText.Of(node.Shape),
            node.Value is { } value ? ValueText.Of(value) : "",
            node.Gradient is { } gradient ? $"∇ {ValueText.Of(gradient)}" : "",
        ];
        return [.. lines.Where(Told)];
    }

    /// <summary>The number that a gradient was multiplied by along an edge, where it is one; else null.</summary>
    public static string? Factor(GraphReading reading, ReadEdge edge) =>
        HasGradient(reading, edge) && edge.LocalDerivative is { } local ? $"×{NumberText.Of(local)}" : null;

    /// <summary>Whether a gradient has flowed back along an edge.</summary>
    public static bool HasGradient(GraphReading reading, ReadEdge edge) => edge.CarriesGradient
        && reading.Graph.BackwardDone
        && (edge.From.Node.Gradient ?? edge.To.Node.Gradient) is not null;

    private static bool Told(string text) => text.Length > 0;
}
