namespace NotebookGrad.Scenes;

/// <summary>
/// The style sheet inside every SVG: literal colours, for renderers that know no variables, and of all rules only those
/// that something in the picture follows.
/// </summary>
internal static class SvgStyle
{
    /// <summary>
    /// Letters that every system has; nothing is fetched. Without quotes, since JupyterLab drops styles that have some
    /// from a notebook that is not trusted.
    /// </summary>
    public const string SansFamily = "system-ui,DejaVu Sans,sans-serif";

    /// <summary>Letters of one width.</summary>
    public const string MonoFamily = "ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace";

    private static readonly (string Selector, string Rule)[] Shapes =
    [
        (".mo", $"font:12.5px {MonoFamily}"),
        (".b", "font-weight:600"),
        (".mi", "text-anchor:middle"),
        (".en", "text-anchor:end"),
        (".c", "stroke-dasharray:4 3"),
    ];

    // Texts and boxes take the colours of a group that they stand in; a line has its own.
    private static readonly (string Selector, string Property, Func<Colours, string> Colour)[] Paints =
    [
        (".bg", "fill", colours => colours.Ground),
        (".m", "fill", colours => colours.Mute),
        (".f", "fill", colours => colours.Forward),
        (".g", "fill", colours => colours.Gradient),
        (".n", "fill", colours => colours.Forward),
        (".q", "fill", colours => colours.Gradient),
        (".o", "fill", colours => colours.Ground),
        (".o", "stroke", colours => colours.Mute),
        (".c", "fill", colours => colours.Soft),
        (".c", "stroke", colours => colours.Mute),
        (".p", "fill", colours => colours.ForwardSoft),
        (".p", "stroke", colours => colours.Forward),
        (".u", "fill", colours => colours.Soft),
        (".u", "stroke", colours => colours.Line),
        (".y", "fill", colours => colours.HealthySoft),
        (".w", "fill", colours => colours.Ground),
        (".w", "stroke", colours => colours.Ink),
        (".r", "fill", colours => colours.RootInk),
        ("rect.r", "fill", colours => colours.RootGround),
        ("rect.r", "stroke", colours => colours.RootGround),
        (".r .m", "fill", colours => colours.RootInk),
        (".r .f", "fill", colours => colours.RootForward),
        (".r .g", "fill", colours => colours.RootGradient),
        ("path.m", "stroke", colours => colours.Mute),
        ("path.f", "stroke", colours => colours.Mute),
        ("path.g", "stroke", colours => colours.Gradient),
        ("path.n", "stroke", colours => colours.Forward),
        ("path.q", "stroke", colours => colours.Gradient),
        ("path.p", "stroke", colours => colours.Forward),
        ("path.u", "stroke", colours => colours.Line),
        ("path.w", "stroke", colours => colours.Ink),
        ("path.ga", "fill", colours => colours.Ground),
        ("path.ga", "stroke", colours => colours.Gradient),
        ("path.pa", "fill", colours => colours.Ground),
        ("path.pa", "stroke", colours => colours.Forward),
        ("path.fh", "fill", colours => colours.Mute),
        ("path.gh", "fill", colours => colours.Gradient),
        ("path.wh", "fill", colours => colours.Ink),
        ("path.h", "stroke", colours => colours.Ground),
        .. Enumerable.Range(0, Colours.Light.Kinds.Count).SelectMany(kind =>
            new (string, string, Func<Colours, string>)[]
            {
                ($".k{kind + 1}", "fill", colours => colours.Kinds[kind]),
                ($"path.k{kind + 1}", "stroke", colours => colours.Kinds[kind]),
            }),
    ];

    /// <summary>The class that stands for a role.</summary>
    public static string Class(Role role) => role switch
    {
        Role.Mute => "m",
        Role.Forward => "f",
        Role.Gradient => "g",
        Role.Parameter => "p",
        Role.Constant => "c",
        Role.Operation => "o",
        Role.Root => "r",
        Role.Negative => "n",
        Role.Positive => "q",
        Role.Warning => "w",
        Role.Healthy => "y",
        Role.Guide => "u",
        Role.Halo => "h",
        >= Role.Kind1 and <= Role.Kind6 => $"k{role - Role.Kind1 + 1}",
        _ => "i",
    };

    /// <summary>The sheet of a picture in which these classes stand: shapes and the colours of both themes.</summary>
    /// <param name="classes">The classes of lines as <c>path.m</c>, all others as <c>.m</c>.</param>
    public static string Css(IReadOnlySet<string> classes) =>
        $"svg{{font:14px {SansFamily}}}path[stroke-width]{{fill:none}}"
        + string.Concat(Shapes.Where(shape => classes.Contains(shape.Selector))
            .Select(shape => $"{shape.Selector}{{{shape.Rule}}}"))
        + Theme(Colours.Light, classes)
        + "@media(prefers-color-scheme:dark){" + Theme(Colours.Dark, classes) + "}";

    private static string Theme(Colours colours, IReadOnlySet<string> classes)
    {
        var paints = Paints
            .Where(paint => paint.Selector.Split(' ').All(part => classes.Contains(part.Replace("rect", ""))))
            .GroupBy(paint => $"{{{paint.Property}:{paint.Colour(colours)}}}", paint => paint.Selector)
            .Select(rule => string.Join(',', rule) + rule.Key);
        return $"svg{{fill:{colours.Ink}}}" + string.Concat(paints);
    }
}
