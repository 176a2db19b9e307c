using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// What has become of the calls of a compiled function, why some went without a plan, and what each plan does together
/// and in how much memory.
/// </summary>
internal sealed class CompilationView(CompilationReport report) : View
{
    private const int MostRows = 40;
    private const int MostOperations = 12;
    private const int LongestWords = 2000;

    /// <inheritdoc/>
    public override string Title => "compiled";

    private string Summary => string.Join(" · ", new[]
    {
        NumberText.Count(report.Calls, "call"),
        $"{NumberText.Count(report.Replays)} done by a plan",
        $"{NumberText.Count(report.Traces)} recorded",
    });

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        foreach (var plan in report.Plans)
        {
            card.OpenSection("overflow-x:auto;").Raw("<div>").Run(Signature(plan)).Close();
            card.Raw("<div>").Run(new TextRun(Role.Mute, Savings(plan))).Close();
            if (plan.Fused.Count > 0)
            {
                Table(plan).WriteTo(card);
            }

            card.Close();
        }

        return card.Section(Reasons()).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. report.Plans.SelectMany(plan =>
            Table(plan).Lines().Prepend($"{Signature(plan).Text}: {Savings(plan)}")),
        .. Reasons().Select(line => line.Text),
    ]);

    private static TextRun Signature(PlanReport plan)
    {
        var signature = PlainName.Of(plan.Signature, LongestWords) ?? "()";
        var hasInputs = !signature.StartsWith("()", StringComparison.Ordinal);
        return new(Role.Plain, hasInputs ? signature : $"no inputs{signature[2..]}", IsBold: true);
    }

    private static string Savings(PlanReport plan) =>
        $"{NumberText.Count(plan.Steps, "step")} instead of {NumberText.Count(plan.Recorded)} · "
        + $"{NumberText.Bytes(plan.PlannedBytes)} of buffers instead of {NumberText.Bytes(plan.EagerBytes)} a call";

    private static Table Table(PlanReport plan) =>
        new(["times", "parts", "over", "done together"], [.. Rows(plan)], 0, 1);

    private static IEnumerable<TextRun[]> Rows(PlanReport plan)
    {
        foreach (var fused in plan.Fused.Take(MostRows))
        {
            yield return
            [
                new TextRun(Role.Plain, NumberText.Count(fused.Times)),
                new TextRun(Role.Plain, NumberText.Count(fused.Parts)),
                new TextRun(Role.Plain, fused.Shape.ToString()),
                new TextRun(Role.Forward, Chain(fused.Operations)),
            ];
        }

        if (plan.Fused.Count > MostRows)
        {
            var more = new TextRun(Role.Mute, $"and {NumberText.Count(plan.Fused.Count - MostRows)} more");
            yield return [new(Role.Mute, ""), new(Role.Mute, ""), new(Role.Mute, ""), more];
        }
    }

    private static string Chain(IReadOnlyList<string> operations)
    {
        var shown = operations.Take(MostOperations).Select(name => PlainName.Of(name) ?? "?");
        var more = operations.Count - MostOperations;
        return string.Join(" → ", more > 0 ? shown.Append($"{NumberText.Count(more)} more") : shown);
    }

    private IEnumerable<TextRun> Reasons()
    {
        foreach (var (reason, count) in report.Fallbacks)
        {
            var why = PlainName.Of(reason, LongestWords) ?? "no reason is known";
            yield return new TextRun(Role.Plain, $"{NumberText.Count(count)} without a plan: {why}");
        }

        if (report.Fallbacks.Count == 0)
        {
            yield return new TextRun(Role.Mute, report.Plans.Count > 0
                ? "No call went without a plan, once there was one."
                : "There is no plan yet: two calls running have to do the same.");
        }
    }
}
