using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The box of a node: symbol and name, value or shape and statistics, gradient. Leaves have corners, operations are
/// round, constants dashed, parameters have a bar, roots are inverted, folds are stacks and what comes from elsewhere
/// has round ends, so that no kind is told by colour alone.
/// </summary>
internal sealed class NodeCard
{
    private const double Margin = 13;
    private const double TitleSize = 14;
    private const double TextSize = 12.5;
    private const double TitleLine = 18;
    private const double TextLine = 17;
    private const double LeastWidth = 62;
    private const double EdgeWidth = 4;
    private const double RoundEnds = 24;
    private const double BarLine = 6;
    private const double BarBreadth = 3;
    private const double ProfileHeight = 18;
    private const double ProfileLine = 24;
    private const double ProfileBar = 4;
    private const double StackOffset = 4;
    private const int StackDepth = 2;

    private readonly ReadNode node;
    private readonly GradientScale scale;
    private readonly List<(Role Role, string Text, Face Face)[]> lines = [];
    private readonly ValueSummary? barred;

    /// <summary>The box of a node whose edges need a given length of its side.</summary>
    public NodeCard(ReadNode node, GradientScale scale, LayoutDirection direction, double ports)
    {
        (this.node, this.scale) = (node, scale);
        lines.AddRange(TitleRuns() is { Length: > 0 } title ? [title] : []);
        lines.AddRange(node.Fold is { } fold ? FoldRuns(fold) : ValueRuns());
        lines.AddRange(GradientRuns());
        barred = node.Node.Gradient is { Count: > 1 } gradient ? gradient : null;
        TextHeight = lines.Sum(LineHeight) + (barred is null ? 0 : BarLine) + (Profile.Count > 0 ? ProfileLine : 0);

        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Sum(run => WidthOf(run.Text, run.Face)));
        var freed = IsFreed ? WidthOf(" ∅", Face.Sans) : 0;
        var (leastWidth, leastHeight) = direction == LayoutDirection.Right ? (LeastWidth, ports) : (ports, 0);
        Width = Math.Ceiling(Math.Max(Math.Max(LeastWidth, leastWidth), width + freed + (2 * Margin)) + StackRoom);
        Height = Math.Ceiling(Math.Max(leastHeight, TextHeight + 15) + StackRoom);
    }

    /// <summary>Left to right side.</summary>
    public double Width { get; }

    /// <summary>Upper to lower side.</summary>
    public double Height { get; }

    private double TextHeight { get; }

    private IReadOnlyList<ValueSummary> Profile => node.Fold?.Gradients ?? [];

    private bool IsFreed => node.Node.Freed && !node.Enters;

    private double StackRoom => node.Fold is null ? 0 : StackOffset * StackDepth;

    private Role Role => node switch
    {
        { IsRoot: true } => Role.Root,
        { Enters: true } => Role.Guide,
        { Node.Kind: GraphNodeKind.Parameter } => Role.Parameter,
        { IsOperation: false } => Role.Constant,
        _ => Role.Operation,
    };

    private double Radius =>
        node.Enters ? Math.Min((Height - StackRoom) / 2, RoundEnds) : node.IsOperation ? 10 : 2;

    /// <summary>The box with its texts in its area.</summary>
    public GroupMark Draw(LayoutArea place)
    {
        // The last card of a stack lies deepest, upwards to the right.
        var (width, height) = (Width - StackRoom, Height - StackRoom);
        var marks = new List<Mark>();
        for (var depth = StackRoom; depth >= 0; depth -= StackOffset)
        {
            marks.Add(new BoxMark(Role, place.X + depth, place.Y + StackRoom - depth, width, height, Radius));
        }

        var top = place.Y + StackRoom;
        var y = FirstLine(place);
        foreach (var line in lines)
        {
            y += LineHeight(line);
            var x = place.X + Margin;
            foreach (var (role, text, face) in line)
            {
                marks.Add(new TextMark(role, Math.Round(x), y - 4, text, SizeOf(face), face));
                x += WidthOf(text, face);
            }
        }

        marks.AddRange(ProfileBars(place));
        if (IsFreed)
        {
            marks.Add(new TextMark(
                Role.Mute, place.X + width - 6, top + 14, "∅", TextSize, Face.Mono, TextAlign.End));
        }

        return new GroupMark(Role, NodeWords.Of(node), marks);
    }

    /// <summary>
    /// The lines upon the box: a parameter's left side, and the gradient's norm as a part of a thin line, which is
    /// dashed where the norm has no place on the scale because something is not finite.
    /// </summary>
    public IEnumerable<PathMark> Bars(LayoutArea place)
    {
        if (Role == Role.Parameter)
        {
            var edge = place.X + (EdgeWidth / 2);
            yield return new PathMark(
                Role, [new(edge, place.Y + StackRoom), new(edge, place.Y + Height)], EdgeWidth);
        }

        if (barred is null)
        {
            yield break;
        }

        var y = FirstLine(place) + TextHeight - (Profile.Count > 0 ? ProfileLine : 0) - 2;
        var (left, length) = (place.X + Margin, Width - StackRoom - (2 * Margin));
        var isFinite = barred.NaNs == 0 && barred.Infinities == 0;
        yield return Line(Role.Mute, 1, length, !isFinite);
        if (isFinite && scale.Part(barred.Norm) is { } part)
        {
            yield return Line(node.IsRoot ? Role.Mute : Role.Gradient, BarBreadth, Math.Max(2, part * length), false);
        }

        PathMark Line(Role role, double breadth, double extent, bool dashed) =>
            new(role, [new Point(left, y), new Point(Math.Round(left + extent), y)], breadth, Dashed: dashed);
    }

    /// <summary>What a difference tells of the node, over all else.</summary>
    public IEnumerable<Mark> Changes(LayoutArea place) => ChangeBadge.Over(node, place, Radius);

    /// <summary>
    /// The sizes of the gradients within a fold, first to last, on a log scale of their own: one sees where they
    /// shrink.
    /// </summary>
    private IEnumerable<BarsMark> ProfileBars(LayoutArea place)
    {
        var axis = CurveAxis.Logarithmic(Profile.Select(gradient => gradient.Norm), 2);
        var (left, floor) = (place.X + Margin, FirstLine(place) + TextHeight);
        var pitch = Math.Min(2 * ProfileBar, (Width - StackRoom - (2 * Margin)) / Math.Max(1, Profile.Count));
        return Profile.Index()
            .Select(one => (
                Role: one.Item.NaNs + one.Item.Infinities > 0 ? Role.Warning : Role.Gradient,
                X: left + ((one.Index + 0.5) * pitch),
                one.Item.Norm))
            .Where(bar => bar.Role == Role.Warning || axis.Holds(bar.Norm))
            .GroupBy(bar => bar.Role, bar => new Point(bar.X, floor - Height(bar.Role, bar.Norm)))
            .OrderBy(bars => bars.Key)
            .Select(bars => new BarsMark(bars.Key, [.. bars], floor, pitch - 1));

        // What is not finite has no size, and must be seen.
        double Height(Role role, double norm) =>
            role == Role.Warning ? ProfileHeight : Math.Max(1, axis.Place(norm) * ProfileHeight);
    }

    private double FirstLine(LayoutArea place) =>
        Math.Round(place.Y + StackRoom + ((Height - StackRoom - TextHeight) / 2));

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
            { Enters: true } => [(Role.Mute, "→ ", Face.Sans), (Role.Plain, caption ?? node.Term.Text, Face.Sans)],
            { Node.Kind: GraphNodeKind.Parameter } when caption is not null => [(Role.Plain, caption, Face.SansBold)],
            _ when caption is not null => [(Role.Plain, caption, Face.Sans)],
            _ => [],
        };
    }

    private IEnumerable<(Role Role, string Text, Face Face)[]> FoldRuns(GraphFold fold)
    {
        if (fold.Operations > 0)
        {
            yield return [(Role.Mute, NumberText.Count(fold.Operations, "operation"), Face.Sans)];
            yield return [(Role.Mute, ValueText.Flow(node), Face.Mono)];
        }
        else if (node.Node.Value is { } value)
        {
            yield return [(Role.Forward, ValueText.Of(value), Face.Mono)];
        }
    }

    private IEnumerable<(Role Role, string Text, Face Face)[]> ValueRuns()
    {
        if (!node.IsNumber)
        {
            yield return [(Role.Mute, ValueText.Of(node.Node.Shape), Face.Mono)];
        }

        if (node.Node.Value is { } value)
        {
            var isFinite = value.NaNs == 0 && value.Infinities == 0;
            yield return
            [
                (isFinite ? Role.Forward : Role.Warning, ValueText.Of(value, node.Node.DType),
                    isFinite ? Face.Mono : Face.MonoBold),
            ];
        }
    }

    private IEnumerable<(Role Role, string Text, Face Face)[]> GradientRuns()
    {
        if (node.Node.Gradient is { } gradient)
        {
            yield return [(Role.Gradient, $"∇ {ValueText.Gradient(node, gradient)}", Face.MonoBold)];
        }

        if (node.Node.Gathered is { } gathered)
        {
            yield return [(Role.Mute, $"gathered {ValueText.Of(gathered)}", Face.Mono)];
        }
    }

    private static double LineHeight((Role Role, string Text, Face Face)[] line) =>
        line[0].Face is Face.Sans or Face.SansBold ? TitleLine : TextLine;

    private static double SizeOf(Face face) => face is Face.Sans or Face.SansBold ? TitleSize : TextSize;

    private static double WidthOf(string text, Face face) => TextMetrics.Width(text, SizeOf(face), face);
}
