using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>What a node or an edge of an exported graph is called: the texts of the picture.</summary>
internal static class NodeLabel
{
    private const int LongestPath = 60;

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

    /// <summary>
    /// The nodes with their numbers in the reading, those directly inside each open module together under the names
    /// that lead to it; first those outside of all, without a name.
    /// </summary>
    public static IEnumerable<(string? Module, IEnumerable<(int Number, ReadNode Node)> Nodes)> ByModule(
        GraphReading reading)
    {
        var inside = reading.Frames.SelectMany(frame => frame.Nodes).ToHashSet();
        yield return (null, reading.Nodes.Index().Where(node => !inside.Contains(node.Index)));
        var paths = new List<string>();
        foreach (var frame in reading.Frames)
        {
            var name = PlainName.Of(frame.Name) ?? "module";
            paths.Add(frame.Parent < 0 ? name : $"{paths[frame.Parent]}.{name}");
            var nodes = frame.Nodes.Select(place => (place, reading.Nodes[place]));
            yield return (PlainName.Of(paths[^1], LongestPath), nodes);
        }
    }

    private static bool Told(string text) => text.Length > 0;
}
