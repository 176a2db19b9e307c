namespace NotebookGrad.Scenes;

/// <summary>The style sheet inside every SVG: literal colours, for renderers that know no variables.</summary>
internal static class SvgStyle
{
    /// <summary>
    /// Letters that every system has; nothing is fetched. Without quotes, since JupyterLab drops styles that have some
    /// from a notebook that is not trusted.
    /// </summary>
    public const string SansFamily = "system-ui,DejaVu Sans,sans-serif";

    /// <summary>Letters of one width.</summary>
    public const string MonoFamily = "ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace";

    /// <summary>Shapes and the colours of both themes.</summary>
    public static string Css { get; } =
        $"text{{font-family:{SansFamily}}}.mo{{font-family:{MonoFamily}}}.b{{font-weight:600}}"
        + ".mi{text-anchor:middle}.en{text-anchor:end}path[stroke-width]{fill:none}"
        + ".c{stroke-dasharray:4 3}text.c,path.c{stroke:none}"
        + Theme(Colours.Light)
        + "@media(prefers-color-scheme:dark){" + Theme(Colours.Dark) + "}";

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
        Role.Guide => "u",
        _ => "i",
    };

    private static string Theme(Colours colours) =>
        $".bg{{fill:{colours.Ground}}}text{{fill:{colours.Ink}}}text.m{{fill:{colours.Mute}}}"
        + $"text.f{{fill:{colours.Forward}}}text.g{{fill:{colours.Gradient}}}"
        + $"path.f{{stroke:{colours.Mute}}}path.g{{stroke:{colours.Gradient}}}path.u{{stroke:{colours.Line}}}"
        + $"path.w{{stroke:{colours.Ink}}}path.m{{stroke:{colours.Mute}}}path.p{{stroke:{colours.Forward}}}"
        + $"path.fh{{fill:{colours.Mute};stroke:none}}path.gh{{fill:{colours.Gradient};stroke:none}}"
        + $"path.wh{{fill:{colours.Ink};stroke:none}}"
        + $"rect.o{{fill:{colours.Ground};stroke:{colours.Mute}}}rect.c{{fill:{colours.Soft};stroke:{colours.Mute}}}"
        + $"rect.p{{fill:{colours.ForwardSoft};stroke:{colours.Forward}}}"
        + $"rect.r{{fill:{colours.RootGround};stroke:{colours.RootGround}}}.r text{{fill:{colours.RootInk}}}"
        + $".r .f{{fill:{colours.RootForward}}}.r .g{{fill:{colours.RootGradient}}}"
        + $"rect.n,rect.f{{fill:{colours.Forward}}}rect.q,rect.g{{fill:{colours.Gradient}}}"
        + $"path.n{{stroke:{colours.Forward}}}path.q{{stroke:{colours.Gradient}}}"
        + $"rect.u{{fill:{colours.Soft};stroke:{colours.Line}}}rect.w{{fill:{colours.Ground};stroke:{colours.Ink}}}";
}
