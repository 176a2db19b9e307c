using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>What a network is made of: its parts, what comes out of each, and where its parameters are.</summary>
internal sealed class ModuleView(ModuleSummary summary) : View
{
    private const int MostRows = 80;
    private const int MostIndent = 12;
    private const int LongestOptions = 120;

    /// <inheritdoc/>
    public override string Title => PlainName.Of(summary.Parts[0].Type) ?? "module";

    private string Summary => string.Join(" · ", Totals());

    private Table Table => summary.HasOutputs
        ? new(["part", "made with", "parameters", "output", "activations"], [.. Rows()], 2, 4)
        : new(["part", "made with", "parameters"], [.. Rows()], 2);

    /// <inheritdoc/>
    public override string ToHtml() => Table
        .WriteTo(new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).OpenSection("overflow-x:auto;"))
        .Close()
        .ToString();

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', Table.Lines().Prepend($"{Title}: {Summary}"));

    private IEnumerable<string> Totals()
    {
        yield return NumberText.Count(summary.Parameters, "parameter");
        if (summary.Frozen > 0)
        {
            yield return $"{NumberText.Count(summary.Frozen)} frozen";
        }

        yield return NumberText.Bytes(summary.ParameterBytes);
        if (summary.HasOutputs)
        {
            yield return $"{NumberText.Bytes(summary.ActivationBytes)} of activations";
        }
    }

    private IEnumerable<TextRun[]> Rows()
    {
        foreach (var part in summary.Parts.Take(MostRows))
        {
            var bytes = part is { Calls: > 0, HasParts: false } ? NumberText.Bytes(part.OutputBytes) : "";
            yield return Cells(
                new TextRun(Role.Plain, Label(part), IsBold: part.HasParts),
                new TextRun(Role.Mute, part.IsShared ? "as above" : PlainName.Of(part.Options, LongestOptions) ?? ""),
                Parameters(part),
                new TextRun(Role.Forward, string.Join(' ', part.Outputs.Select(shape => shape.ToString()))),
                new TextRun(Role.Mute, bytes));
        }

        if (summary.Parts.Count > MostRows)
        {
            var rest = summary.Parts.Skip(MostRows).ToArray();
            yield return Cells(
                new TextRun(Role.Mute, $"{NumberText.Count(rest.Length)} more parts"),
                new TextRun(Role.Mute, ""),
                new TextRun(Role.Plain, NumberText.Count(rest.Sum(part => part.Parameters))),
                new TextRun(Role.Mute, ""),
                new TextRun(Role.Mute, ""));
        }
    }

    private TextRun[] Cells(TextRun part, TextRun options, TextRun parameters, TextRun output, TextRun bytes) =>
        summary.HasOutputs ? [part, options, parameters, output, bytes] : [part, options, parameters];

    private static TextRun Parameters(ModulePart part) =>
        part.Parameters == 0 ? new TextRun(Role.Mute, "")
        : part.Frozen == part.Parameters ? new TextRun(Role.Mute, $"{NumberText.Count(part.Parameters)} frozen")
        : new TextRun(Role.Plain, NumberText.Count(part.Parameters));

    // No-break spaces: HTML would join others.
    private static string Label(ModulePart part)
    {
        var indent = new string('\u00a0', 2 * Math.Min(part.Depth, MostIndent));
        var type = PlainName.Of(part.Type) ?? "?";
        var name = part.Depth == 0 ? type : $"{PlainName.Of(part.Name) ?? "?"}: {type}";
        return indent + (part.Calls > 1 ? $"{name} ×{NumberText.Count(part.Calls)}" : name);
    }
}
