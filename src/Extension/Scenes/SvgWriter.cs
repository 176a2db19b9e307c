using System.Globalization;
using System.Text;

namespace NotebookGrad.Scenes;

/// <summary>
/// Writes a scene as one SVG that needs nothing else: its own style, both themes, its own ground, system fonts, no
/// identifiers that could meet another picture's.
/// </summary>
internal sealed class SvgWriter
{
    // The sizes that the style sheet gives to letters.
    private const double SansSize = 14;
    private const double MonoSize = 12.5;

    // So many marks of one look save what a group around them costs.
    private const int FewOfOneLook = 4;

    private readonly StringBuilder svg = new();
    private readonly HashSet<string> classes = [];

    private SvgWriter()
    {
    }

    /// <summary>The whole SVG document.</summary>
    public static string Write(Scene scene)
    {
        var writer = new SvgWriter();
        var (width, height) = (Number(Math.Ceiling(scene.Width)), Number(Math.Ceiling(scene.Height)));
        var ground = $"<rect{writer.Class("bg")} width='{width}' height='{height}'/>";
        writer.Write(scene.Marks);
        var title = scene.Title.Length > 0 ? $"<title>{Markup.Escape(scene.Title)}</title>" : "";
        return $"<svg xmlns='http://www.w3.org/2000/svg' role='img' width='{width}' height='{height}' "
            + $"viewBox='0 0 {width} {height}'>{title}<style>{SvgStyle.Css(writer.classes)}</style>"
            + $"{ground}{writer.svg}</svg>";
    }

    private void Write(IReadOnlyList<Mark> marks)
    {
        for (var start = 0; start < marks.Count;)
        {
            var look = Look(marks[start]);
            var end = start + 1;
            while (look is not null && end < marks.Count && Look(marks[end]) == look)
            {
                end++;
            }

            Mark[] alike = [.. marks.Skip(start).Take(end - start)];
            if (alike[0] is PathMark)
            {
                Write([.. alike.Cast<PathMark>()]);
            }
            else
            {
                Write(alike, look ?? "");
            }

            start = end;
        }
    }

    private void Write(Mark[] alike, string look)
    {
        if (alike.Length > 1 && alike.All(IsSymbol))
        {
            Write([.. alike.Cast<TextMark>()], look);
            return;
        }

        var isGroup = look.Length > 0 && alike.Length >= FewOfOneLook;
        svg.Append(isGroup ? $"<g{look}>" : "");
        foreach (var mark in alike)
        {
            Write(mark, isGroup ? "" : look);
        }

        svg.Append(isGroup ? "</g>" : "");
    }

    /// <summary>The attributes that marks of one look share; null where a mark shares nothing.</summary>
    private string? Look(Mark mark) => mark switch
    {
        PathMark path => "path" + SvgStyle.Class(path.Role),
        BoxMark box => Class(SvgStyle.Class(box.Role)),
        TextMark text => Look(text),
        _ => null,
    };

    private string Look(TextMark text)
    {
        var isMono = text.Face is Face.Mono or Face.MonoBold;
        string[] names =
        [
            .. text.Role is Role.Mute or Role.Forward or Role.Gradient
                ? [SvgStyle.Class(text.Role)]
                : Array.Empty<string>(),
            .. isMono ? ["mo"] : Array.Empty<string>(),
            .. text.Face is Face.SansBold or Face.MonoBold ? ["b"] : Array.Empty<string>(),
            .. text.Align == TextAlign.Start ? Array.Empty<string>() : [text.Align == TextAlign.End ? "en" : "mi"],
        ];
        var size = text.Size == (isMono ? MonoSize : SansSize) ? "" : $" style='font-size:{Number(text.Size)}px'";
        return (names.Length == 0 ? "" : Class(names)) + size;
    }

    /// <summary>The attribute of these classes, whose rules the sheet has then.</summary>
    private string Class(params string[] names)
    {
        classes.UnionWith(names.Select(name => $".{name}"));
        return $" class='{string.Join(' ', names)}'";
    }

    private string PathClass(string name)
    {
        classes.Add($"path.{name}");
        return $" class='{name}'";
    }

    private void Write(Mark mark, string look)
    {
        switch (mark)
        {
            case BoxMark box:
                Write(box, look);
                break;
            case TextMark text:
                svg.Append($"<text{look} x='{Number(text.X)}' y='{Number(text.Y)}'>{Markup.Escape(text.Text)}</text>");
                break;
            case CellsMark cells:
                Write(cells);
                break;
            case BarsMark bars:
                Write(bars);
                break;
            case AreaMark area:
                Write(area);
                break;
            case RidgeMark ridge:
                svg.Append($"<path{PathClass(SvgStyle.Class(ridge.Role) + "a")} d='")
                    .Append($"{SvgPath.Of(ridge.Points, PathShape.Straight)}'/>");
                break;
            case StripsMark strips:
                Write(strips);
                break;
            case GroupMark group:
                Write(group);
                break;
        }
    }

    // Other letters may join the one beside them.
    private static bool IsSymbol(Mark mark) =>
        mark is TextMark { Text: [var only] } && char.GetUnicodeCategory(only) == UnicodeCategory.MathSymbol;

    /// <summary>Symbols as one text in which each has a place of its own.</summary>
    private void Write(TextMark[] symbols, string look)
    {
        string Places(Func<TextMark, double> place) => string.Join(' ', symbols.Select(place).Select(Number));
        svg.Append($"<text{look} x='{Places(symbol => symbol.X)}' y='{Places(symbol => symbol.Y)}'>")
            .Append(Markup.Escape(string.Concat(symbols.Select(symbol => symbol.Text))))
            .Append("</text>");
    }

    private void Write(GroupMark group)
    {
        // Only the root gives what is inside other colours.
        var isRoot = group.Role == Role.Root;
        var isPlain = group.Tooltip is null && !isRoot;
        svg.Append(isPlain ? "" : $"<g{(isRoot ? Class(SvgStyle.Class(Role.Root)) : "")}>")
            .Append(group.Tooltip is null ? "" : $"<title>{Markup.Escape(group.Tooltip)}</title>");
        Write(group.Marks);
        svg.Append(isPlain ? "" : "</g>");
    }

    private void Write(BoxMark box, string look)
    {
        svg.Append($"<rect{look} x='{Number(box.X)}' y='{Number(box.Y)}' ")
            .Append($"width='{Number(box.Width)}' height='{Number(box.Height)}'")
            .Append(box.Radius > 0 ? $" rx='{Number(box.Radius)}'" : "")
            .Append(Opacity(box.Strength))
            .Append("/>");
    }

    private void Write(CellsMark cells)
    {
        // A dot as wide as its line is a square or a disc in the fewest bytes; commas need no escape in an address.
        var (side, half) = (Number(cells.Side), cells.Side / 2);
        var (width, cap, data) = cells.Shape switch
        {
            CellShape.Square => (side, "square", "h0"),
            CellShape.Disc => (side, "round", "h0"),
            CellShape.Cross => ("1.5", "butt", $"l{side},{side}m-{side},0l{side},-{side}"),
            CellShape.Triangle => ("2", "butt", $"m{Number(half)},0l{Number(half)},{side}h-{side}z"),
            CellShape.Diamond => ("2", "butt", $"m{Number(half)},0l{Number(half)},{Number(half)}l-{Number(half)},"
                + $"{Number(half)}l-{Number(half)},-{Number(half)}z"),
            _ => ("1.5", "butt", $"v{side}l{side},-{side}v{side}z"),
        };
        var inset = cells.Shape is CellShape.Square or CellShape.Disc ? half : 0;
        svg.Append($"<path{PathClass(SvgStyle.Class(cells.Role))}{Opacity(cells.Strength)} ")
            .Append($"stroke-width='{width}' stroke-linecap='{cap}' d='");
        foreach (var (x, y) in cells.Places)
        {
            svg.Append($"M{Number(x + inset)},{Number(y + inset)}{data}");
        }

        svg.Append("'/>");
    }

    private void Write(AreaMark area)
    {
        // The class is also that of lines, which have a stroke.
        svg.Append($"<path{Class(SvgStyle.Class(area.Role))}{Opacity(area.Strength)} fill-rule='evenodd' ")
            .Append("style='stroke:none' d='");
        foreach (var ring in area.Rings)
        {
            svg.Append(SvgPath.Of(ring, PathShape.Straight)).Append('z');
        }

        svg.Append("'/>");
    }

    private void Write(BarsMark bars)
    {
        svg.Append($"<path{PathClass(SvgStyle.Class(bars.Role))} stroke-width='{Number(bars.Width)}' d='");
        foreach (var (x, y) in bars.Tops)
        {
            svg.Append($"M{Number(x)},{Number(bars.Floor)}V{Number(y)}");
        }

        svg.Append("'/>");
    }

    private void Write(StripsMark strips)
    {
        svg.Append($"<path{PathClass(SvgStyle.Class(strips.Role))}{Opacity(strips.Strength)} ")
            .Append($"stroke-width='{Number(strips.Breadth)}' d='");
        var (x, y) = (double.NaN, double.NaN);
        foreach (var strip in strips.Strips)
        {
            // What was written is rounded, and distances start from there.
            var (start, length) = (Math.Round(strip.X, 1), Math.Round(strip.Length, 1));
            svg.Append(strip.Y == y ? $"m{Number(start - x)},0h" : $"M{Number(start)},{Number(strip.Y)}h")
                .Append(Number(length));
            (x, y) = (start + length, strip.Y);
        }

        svg.Append("'/>");
    }

    private void Write(PathMark[] ofOneRole)
    {
        var role = SvgStyle.Class(ofOneRole[0].Role);
        var heads = "";
        foreach (var alike in ofOneRole.GroupBy(path => (Width: Number(path.Width), path.Dashed)))
        {
            var path = new SvgPath();
            foreach (var mark in alike)
            {
                path.Add(mark);
            }

            svg.Append($"<path{PathClass(role)} stroke-width='{alike.Key.Width}' d='{path.Lines}'")
                .Append(alike.Key.Dashed ? " stroke-dasharray='4 3'/>" : "/>");
            heads += path.Heads;
        }

        svg.Append(heads.Length > 0 ? $"<path{PathClass(role + "h")} d='{heads}'/>" : "");
    }

    private static string Opacity(double strength) =>
        strength < 1 ? $" opacity='{strength.ToString("0.##", CultureInfo.InvariantCulture)}'" : "";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
