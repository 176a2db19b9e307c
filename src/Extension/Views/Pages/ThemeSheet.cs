using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The style sheet that every view has: the colours of both themes, and what a host's sheet may not bend. A host that
/// says whether it is dark is believed before the system is; the picture inside follows, since the scheme is inherited.
/// </summary>
internal static class ThemeSheet
{
    private const string DarkHosts =
        ".vscode-dark,.vscode-high-contrast,[data-jp-theme-light=false],[data-theme=dark],[data-bs-theme=dark],"
        + "html[theme=dark],.quarto-dark";

    // Visual Studio Code marks its light high contrast as high contrast, too, so that light comes last.
    private const string LightHosts =
        ".vscode-light,.vscode-high-contrast-light,[data-jp-theme-light=true],[data-theme=light],"
        + "[data-bs-theme=light],html[theme=light],.quarto-light,.notebook_app";

    private const string Base =
        """
        &,& .nbgrad-e{background:var(--b)!important;color:var(--i)!important;border-color:var(--l)!important}
        .nbgrad-s{background:var(--s)!important;border-color:var(--l)!important}
        .nbgrad-m{color:var(--m)!important}
        .nbgrad-f{color:var(--f)!important}
        .nbgrad-g{color:var(--g)!important}
        &>:last-child{border-radius:0 0 9px 9px}
        &,& *{box-sizing:border-box}
        & table,& table *{border:0!important;background:none!important;text-align:left!important;
          vertical-align:top!important;max-width:none!important;line-height:1.45!important;white-space:nowrap}
        & table{border-collapse:collapse!important;border-spacing:0!important;table-layout:auto!important;
          width:auto!important;margin:6px 0 0!important}
        & tr,& th,& td{padding:2px 16px 2px 0!important;color:inherit!important;font:inherit!important}
        & th{color:var(--m)!important}
        & [align=right]{text-align:right!important}
        & b{font-weight:600!important}
        & img{max-height:none;border:0;padding:0;box-shadow:none}
        & details,& summary{margin:0;padding:0;border:0;background:none;color:inherit!important}
        & summary{cursor:pointer;display:list-item;font:inherit}
        :focus-visible{outline:2px solid var(--f)!important;outline-offset:1px}
        @media(max-width:500px){& td{white-space:normal}}
        @media print{color-scheme:light!important;print-color-adjust:exact;& img,& tr{break-inside:avoid}}
        """;

    /// <summary>The sheet with a view's own rules, which reach nothing outside the view.</summary>
    /// <param name="rules">Rules as they stand inside the rule for the view itself.</param>
    public static string Css(string rules = "") =>
        ".nbgrad-view{color-scheme:light dark;isolation:isolate;" + Variables()
        + "letter-spacing:normal;word-spacing:normal;text-transform:none;text-indent:0;font-style:normal;"
        + "white-space:normal;direction:ltr;"
        + $":is({DarkHosts}) &{{color-scheme:dark}}:is({LightHosts}) &{{color-scheme:light}}"
        + OneLine(Base) + OneLine(rules) + "}";

    private static string OneLine(string rules) => string.Concat(rules.Split('\n').Select(line => line.Trim()));

    private static string Variables()
    {
        // A letter each, since every page has them dozens of times; where a class has the colour, the class's letter.
        var (light, dark) = (Colours.Light, Colours.Dark);
        (string Name, string Light, string Dark)[] colours =
        [
            ("b", light.Ground, dark.Ground),
            ("s", light.Soft, dark.Soft),
            ("l", light.Line, dark.Line),
            ("i", light.Ink, dark.Ink),
            ("m", light.Mute, dark.Mute),
            ("f", light.Forward, dark.Forward),
            ("g", light.Gradient, dark.Gradient),
        ];
        return string.Concat(colours.Select(colour => $"--{colour.Name}:light-dark({colour.Light},{colour.Dark});"));
    }
}
