using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The box of a node: symbol and name, value or shape and statistics, gradient. Leaves have corners, operations are
/// round, constants dashed, parameters have a bar, roots are inverted, folds are stacks, so that no kind is told by colour alone.
/// </summary>
internal sealed class NodeCard
{
    private const double Margin = 13;
    private const double TitleSize = 14;
    private const double TextSize = 12.5;
    private const double TitleLine = 18;
    private const double TextLine = 17;
    private const double LeastWidth = 62;
    private const double BarWidth = 4;
    private const double StackOffset = 4;
    private const int StackDepth = 2;

    private readonly ReadNode node;
    private readonly List<(Role Role, string Text, Face Face)[]> lines = [];

    public NodeCard(ReadNode node, double leastHeight)
    {
        this.node = node;
        if (TitleRuns() is { Length: > 0 } title)
        {
            lines.Add(title);
        }

        if (node.Fold is { } fold)
        {
            AddFold(fold);
        }
        else
        {
            AddValue();
        }

        if (node.Node.Gradient is { } gradient)
        {
            lines.Add([(Role.Gradient, $"∇ {ValueText.Of(gradient)}", Face.MonoBold)]);
        }

        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Sum(run => WidthOf(run.Text, run.Face)));
        TextHeight = lines.Sum(LineHeight);
        var freed = node.Node.Freed ? WidthOf(" ∅", Face.Sans) : 0;
        Width = Math.Max(LeastWidth, width + freed + (2 * Margin)) + StackRoom;
        Height = Math.Max(leastHeight, TextHeight + 15 + StackRoom);
    }

    /// <summary>Left to right side.</summary>
    public double Width { get; }

    /// <summary>Upper to lower side.</summary>
    public double Height { get; }

    private double TextHeight { get; }

    private double StackRoom => node.Fold is null ? 0 : StackOffset * StackDepth;

    private Role Role => node switch
    {
        { IsRoot: true } => Role.Root,
        { Node.Kind: GraphNodeKind.Parameter } => Role.Parameter,
        { IsOperation: false } => Role.Constant,
        _ => Role.Operation,
    };

    /// <summary>The box with its texts in its area.</summary>
    public GroupMark Draw(LayoutArea place)
    {
        // A fold is a stack of cards: the last one lies deepest, upwards to the right.
        var radius = node.IsOperation ? 10 : 2;
        var (width, height) = (Width - StackRoom, Height - StackRoom);
        var marks = new List<Mark>();
        for (var depth = StackRoom; depth >= 0; depth -= StackOffset)
        {
            marks.Add(new BoxMark(Role, place.X + depth, place.Y + StackRoom - depth, width, height, radius));
        }

        var top = place.Y + StackRoom;
        if (Role == Role.Parameter)
        {
            marks.Add(new BoxMark(Role.Forward, place.X, top, BarWidth, height));
        }

        var y = top + ((height - TextHeight) / 2);
        foreach (var line in lines)
        {
            y += LineHeight(line);
            var x = place.X + Margin;
            foreach (var (role, text, face) in line)
            {
                marks.Add(new TextMark(role, x, y - 4, text, SizeOf(face), face));
                x += WidthOf(text, face);
            }
        }

        if (node.Node.Freed)
        {
            marks.Add(new TextMark(Role.Mute, place.X + width - 6, top + 14, "∅", 11, Align: TextAlign.End));
        }

        marks.AddRange(ChangeBadge.Over(node, place));
        return new GroupMark(Role, NodeWords.Of(node), marks);
    }

    private (Role Role, string Text, Face Face)[] TitleRuns()
    {
        var (symbol, caption) = (node.Symbol, node.Caption);
        return node switch
        {
            { Fold: not null } or { IsOperation: true } when caption is null => [(Role.Plain, symbol, Face.SansBold)],
            { IsOperation: true, IsRoot: true } =>
                [(Role.Plain, symbol + "  ", Face.SansBold), (Role.Plain, caption!, Face.SansBold)],
            { IsOperation: true } =>
                [(Role.Plain, symbol + "  ", Face.SansBold), (Role.Mute, caption!, Face.Sans)],
            { Node.Kind: GraphNodeKind.Parameter } when caption is not null => [(Role.Plain, caption, Face.SansBold)],
            _ when caption is not null => [(Role.Plain, caption, Face.Sans)],
            _ => [],
        };
    }

    private void AddFold(GraphFold fold)
    {
        if (fold.Operations > 0)
        {
            lines.Add([(Role.Mute, NumberText.Count(fold.Operations, "operation"), Face.Sans)]);
            lines.Add([(Role.Mute, ValueText.Flow(node), Face.Mono)]);
        }
        else if (node.Node.Value is { } value)
        {
            lines.Add([(Role.Forward, ValueText.Of(value), Face.Mono)]);
        }
    }

    private void AddValue()
    {
        var value = node.Node.Value;
        if (!node.IsNumber)
        {
            lines.Add([(Role.Mute, ValueText.Of(node.Node.Shape), Face.Mono)]);
        }

        if (value is null)
        {
            return;
        }

        var finite = value.NaNs == 0 && value.Infinities == 0;
        lines.Add([(finite ? Role.Forward : Role.Warning, ValueText.Of(value), finite ? Face.Mono : Face.MonoBold)]);
    }

    private static double LineHeight((Role Role, string Text, Face Face)[] line) =>
        line[0].Face is Face.Sans or Face.SansBold ? TitleLine : TextLine;

    private static double SizeOf(Face face) => face is Face.Sans or Face.SansBold ? TitleSize : TextSize;

    private static double WidthOf(string text, Face face) => TextMetrics.Width(text, SizeOf(face), face);
}
