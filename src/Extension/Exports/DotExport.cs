using System.Globalization;
using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>Writes a graph in Graphviz's language.</summary>
internal static class DotExport
{
    private static readonly Colours Colours = Colours.Light;

    /// <summary>The document.</summary>
    public static string Of(GraphReading reading)
    {
        var dot = new StringBuilder("digraph {\n")
            .Append($"  label={Quoted($"{reading.Title}: {reading.Summary}")}\n")
            .Append("  rankdir=LR\n")
            .Append("  fontname=\"sans-serif\"\n")
            .Append("  fontsize=12\n")
            .Append("  node [fontname=\"sans-serif\", fontsize=12]\n")
            .Append($"  edge [fontname=\"monospace\", fontsize=10, color=\"{Colours.Mute}\"]\n");
        var modules = new ModuleOutline(reading);
        AddNodes(modules.Outside);
        foreach (var (module, opens) in modules.Steps())
        {
            if (!opens)
            {
                dot.Append("  }\n");
                continue;
            }

            dot.Append($"  subgraph cluster{module} {{\n  label={Quoted(modules.Name(module))}\n")
                .Append($"  color=\"{Colours.Line}\"\n");
            AddNodes(modules.Nodes(module));
        }

        var numbers = reading.Nodes.Index().ToDictionary(node => node.Item, node => node.Index);
        foreach (var edge in reading.Edges)
        {
            dot.Append(CultureInfo.InvariantCulture, $"  n{numbers[edge.From]} -> n{numbers[edge.To]}")
                .Append(Edge(reading, edge));
        }

        return dot.Append("}\n").ToString();

        void AddNodes(IEnumerable<int> places)
        {
            foreach (var place in places)
            {
                dot.Append(Node(place, reading.Nodes[place]));
            }
        }
    }

    private static string Node(int number, ReadNode node)
    {
        var (shape, style, fill, line, ink) = node switch
        {
            { IsRoot: true } => ("box", "rounded,filled", Colours.RootGround, Colours.RootGround, Colours.RootInk),
            { Fold: not null } => ("box3d", "filled", Colours.Ground, Colours.Mute, Colours.Ink),
            { Node.Kind: GraphNodeKind.Parameter } =>
                ("box", "filled", Colours.ForwardSoft, Colours.Forward, Colours.Ink),
            { IsOperation: false } =>
                ("box", "filled,dashed", Colours.Soft, Colours.Mute, Colours.Ink),
            _ => ("box", "rounded,filled", Colours.Ground, Colours.Mute, Colours.Ink),
        };
        var label = string.Join("\\n", NodeLabel.Lines(node).Select(Escaped));
        return $"  n{number} [label=\"{label}\", tooltip={Quoted(NodeWords.Of(node))}, shape={shape}, "
            + $"style=\"{style}\", fillcolor=\"{fill}\", color=\"{line}\", fontcolor=\"{ink}\"]\n";
    }

    // Two colours make two lines beside each other: the value's way, and the gradient's way back.
    private static string Edge(GraphReading reading, ReadEdge edge)
    {
        string[] attributes =
        [
            .. edge.From.Node.Kind == GraphNodeKind.Constant ? ["style=dashed"] : Array.Empty<string>(),
            .. NodeLabel.HasGradient(reading, edge)
                ? [$"dir=both, color=\"{Colours.Mute}:{Colours.Gradient}\", fontcolor=\"{Colours.Gradient}\""]
                : Array.Empty<string>(),
            .. NodeLabel.Factor(reading, edge) is { } factor ? [$"label={Quoted(factor)}"] : Array.Empty<string>(),
        ];
        return attributes.Length == 0 ? "\n" : $" [{string.Join(", ", attributes)}]\n";
    }

    private static string Quoted(string text) => $"\"{Escaped(text)}\"";

    // Graphviz reads HTML's entities in any text, and \N, \G and others as names of things.
    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;");
}
