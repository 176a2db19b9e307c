using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>What is different between two graphs, in words.</summary>
internal sealed class DifferenceWords
{
    private const string Operands = "abcd";
    private const int MostLines = 60;

    private readonly GraphDifference difference;
    private readonly IReadOnlyDictionary<long, string> names;
    private readonly Dictionary<long, string> labels;
    private readonly IReadOnlyList<GraphEdge> looseEdges;

    public DifferenceWords(GraphDifference difference, IReadOnlyDictionary<long, string> names)
    {
        this.difference = difference;
        this.names = names;
        var union = difference.Union;
        labels = union.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, Label);
        looseEdges = LooseEdges(union);
    }

    /// <summary>What the header tells: <c>1 node added · 2 removed · 3 changed</c>.</summary>
    public string Summary
    {
        get
        {
            var nodes = difference.Nodes.Where(node => node.Kind != ChangeKind.Same)
                .GroupBy(node => node.Kind).OrderBy(group => group.Key)
                .Select(group => $"{NumberText.Count(group.Count(), "node")} {Participle(group.Key)}")
                .ToArray();
            return nodes.Length > 0 ? string.Join(" · ", nodes)
                : difference.IsEmpty ? "the graphs have the same form"
                : NumberText.Count(looseEdges.Count, "edge") + " changed";
        }
    }

    /// <summary>How many numbers moved; null where none did.</summary>
    public string? Moved
    {
        get
        {
            var (values, gradients) =
                (difference.Nodes.Count(node => node.ValueMoved), difference.Nodes.Count(node => node.GradientMoved));
            string[] moved =
            [
                .. values > 0 ? [NumberText.Count(values, "value")] : Array.Empty<string>(),
                .. gradients > 0 ? [NumberText.Count(gradients, "gradient")] : Array.Empty<string>(),
            ];
            return moved.Length == 0 ? null : $"{string.Join(" and ", moved)} moved";
        }
    }

    /// <summary>One line a change: <c>~ act: tanh → relu [64, 32]</c>.</summary>
    public IReadOnlyList<string> Lines()
    {
        var nodes = difference.Nodes.Where(node => node.Kind != ChangeKind.Same);
        var more = nodes.Count() + looseEdges.Count - MostLines;
        return
        [
            .. nodes.Select(Line).Concat(looseEdges.Select(Line)).Take(MostLines),
            .. more > 0 ? [$"and {NumberText.Count(more)} more"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The sign of a change.</summary>
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        ChangeKind.Changed => "~",
        _ => " ",
    };

    private static string Participle(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };

    // The edges of a node that came or went have done so with it.
    private static GraphEdge[] LooseEdges(GraphSnapshot union)
    {
        var kinds = union.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, node => node.Change);
        var operands = union.Edges.Where(edge => kinds.ContainsKey(edge.From)).ToLookup(edge => edge.To);
        bool IsAlone(long id) => kinds.GetValueOrDefault(id) is ChangeKind.Added or ChangeKind.Removed;
        return
        [
            .. union.Edges.Where(edge => edge.Change is ChangeKind.Added or ChangeKind.Removed
                && !IsAlone(edge.From) && !IsAlone(edge.To) && !IsBridged(edge)),
        ];

        // Whether what came in the edge's place leads to the same operand, or what was there before it.
        bool IsBridged(GraphEdge edge)
        {
            var other = edge.Change == ChangeKind.Added ? ChangeKind.Removed : ChangeKind.Added;
            var ways = operands[edge.To].Where(way => way.Operand == edge.Operand && way.Change == other)
                .Select(way => way.From).Where(from => kinds[from] == other).ToList();
            for (var next = 0; next < ways.Count; next++)
            {
                var below = operands[ways[next]].Where(way => way.Change == other).Select(way => way.From).ToArray();
                if (below.Contains(edge.From))
                {
                    return true;
                }

                ways.AddRange(below.Where(from => kinds[from] == other && !ways.Contains(from)));
            }

            return false;
        }
    }

    private string Line(NodeChange change)
    {
        var node = change.Node;
        var (sign, label) = (Sign(change.Kind), Label(node));
        var shape = ValueText.Of(node.Shape);
        if (change is not { Before: { } before, After: { } after })
        {
            return $"{sign} {label} {shape}{Place(node)}";
        }

        string[] details =
        [
            .. Told(NodeAspects.Name, $"was {PlainName.Of(before.Name) ?? "?"}"),
            .. Told(NodeAspects.Operation, $"{What(before)} → {What(after)}"),
            .. Told(NodeAspects.Notation, $"{Formula(before)} → {Formula(after)}"),
            .. Told(NodeAspects.Shape, $"{ValueText.Of(before.Shape)} → {shape}"),
            .. Told(NodeAspects.DType, $"{Type(before)} → {Type(after)}"),
            .. Told(NodeAspects.Operands, "operands in another order"),
            .. Told(NodeAspects.Module, $"module {Module(before)} → {Module(after)}"),
        ];
        var isShapeTold = change.Aspects.HasFlag(NodeAspects.Shape) || change.Aspects.HasFlag(NodeAspects.DType);
        return $"{sign} {label}: {string.Join(", ", details)}{(isShapeTold ? "" : $" {shape}")}{Place(node)}";

        string[] Told(NodeAspects aspect, string words) => change.Aspects.HasFlag(aspect) ? [words] : [];
    }

    private string Line(GraphEdge edge) =>
        $"{Sign(edge.Change ?? ChangeKind.Same)} edge {End(edge.From)} → {End(edge.To)}";

    private string End(long id) => labels.GetValueOrDefault(id, "?");

    private string Label(GraphNode node) =>
        PlainName.Of(node.Name) ?? PlainName.Of(names.GetValueOrDefault(node.Id)) ?? What(node);

    private static string What(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Parameter => "parameter",
        GraphNodeKind.Constant => "constant",
        _ => PlainName.Of(node.Operation) ?? "operation",
    };

    private static string Type(GraphNode node) => ValueText.Type(node.DType, node.Shape);

    private static string Formula(GraphNode node) => PlainName.Of(Template.Fill(
        node.Notation?.Formula ?? "",
        operand => Term.Name(operand >= 0 && operand < Operands.Length ? Operands[operand].ToString() : "·"),
        Term.Name("y"))) ?? What(node);

    private static string Module(GraphNode node) => PlainName.Of(node.Module?.Path) ?? "none";

    private static string Place(GraphNode node) =>
        PlainName.Of(node.Line, longest: 60) is { } line && node.Kind == GraphNodeKind.Operation ? $" ({line})" : "";
}
