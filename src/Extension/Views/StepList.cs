using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The steps of a backward pass as a list of choices: the chosen one lights up its part of the picture. All are told
/// from the start, so that nothing is lost where nothing can be chosen.
/// </summary>
internal static class StepList
{
    private const int MostOpen = 40;
    private const int MostSteps = 160;

    /// <summary>Writes the list; those who have many steps before them open it first.</summary>
    /// <returns>How many steps can be chosen.</returns>
    public static int Write(HtmlCard card, StepText text, IReadOnlyList<BackwardStep> steps, string token)
    {
        if (steps.Count == 0)
        {
            return 0;
        }

        var shown = Math.Min(steps.Count, MostSteps);
        var title = $"chain rule, step by step: {NumberText.Count(steps.Count, "step")}";
        var isOpen = steps.Count <= MostOpen;
        card.OpenSection(HtmlCard.Mono)
            .Raw(isOpen ? "" : $"<details><summary>{title}</summary>")
            .Raw("<div class=\"nbgrad-steps\">")
            .Raw($"<label>{Choice(0, token, " checked=\"\"")}<small>{(isOpen ? title : "overview")}</small></label>")
            .Raw(Ways(0, shown, token))
            .Raw("<ol>");
        for (var step = 1; step <= shown; step++)
        {
            card.Raw($"<li><label>{Choice(step, token)}")
                .Raw(string.Concat(text.Of(steps[step - 1]).Select(Run)))
                .Raw($"</label>{Ways(step, shown, token)}</li>");
        }

        card.Raw("</ol>");
        if (shown < steps.Count)
        {
            card.Raw($"<small>… {NumberText.Count(steps.Count - shown, "further step")}</small>");
        }

        card.Close().Raw(isOpen ? "" : "</details>").Close();
        return shown;
    }

    private static string Choice(int step, string token, string state = "") =>
        $"<input type=\"radio\" id=\"{token}{step}\" name=\"{token}\"{state}/>";

    /// <summary>
    /// To the step before and the one after; what they are called is in the sheet, for they only work with it.
    /// </summary>
    private static string Ways(int step, int last, string token)
    {
        var back = step > 0 ? $"<label for=\"{token}{step - 1}\"></label>" : "";
        return step < last ? $"{back}<label for=\"{token}{step + 1}\"></label>" : back;
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
