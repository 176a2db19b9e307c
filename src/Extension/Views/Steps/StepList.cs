using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The steps of a backward pass as a list of choices: the chosen one lights up its part of the picture. All are told
/// from the start, so that nothing is lost where nothing can be chosen.
/// </summary>
internal static class StepList
{
    private const int MostOpen = 40;

    /// <summary>Writes the list; those who have many steps before them open it first.</summary>
    /// <param name="card">The card.</param>
    /// <param name="text">How a step is told.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="most">The most steps that can be chosen; those after them are only counted.</param>
    /// <param name="token">The name of the choice.</param>
    public static void Write(
        HtmlCard card, StepText text, IReadOnlyList<BackwardStep> steps, int most, string token)
    {
        if (steps.Count == 0)
        {
            return;
        }

        var shown = Math.Min(steps.Count, most);
        var title = $"chain rule, step by step: {NumberText.Count(steps.Count, "step")}";
        var isOpen = steps.Count <= MostOpen;
        card.OpenSection(HtmlCard.Mono)
            .Raw(isOpen ? "" : $"<details><summary>{title}</summary>")
            .Raw("<div class=\"nbgrad-steps\">")
            .Raw($"<label><input type=\"radio\" name=\"{token}\" checked=\"\"/>")
            .Raw($"<small>{(isOpen ? title : "overview")}</small></label><ol>");
        foreach (var step in steps.Take(shown))
        {
            card.Raw($"<li><label><input type=\"radio\" name=\"{token}\"/>")
                .Raw(string.Concat(text.Of(step).Select(Run)))
                .Raw("</label></li>");
        }

        card.Raw("</ol>");
        if (shown < steps.Count)
        {
            card.Raw($"<small>… {NumberText.Count(steps.Count - shown, "further step")}</small>");
        }

        card.Close().Raw(isOpen ? "" : "</details>").Close();
    }

    private static string Run(TextRun run)
    {
        var tag = run switch
        {
            { IsBold: true } => "b",
            { Role: Role.Gradient } => "em",
            { Role: Role.Forward } => "i",
            { Role: Role.Mute } => "small",
            _ => null,
        };
        var markup = Markup.Escape(run.Text);
        return tag is null ? markup : $"<{tag}>{markup}</{tag}>";
    }
}
