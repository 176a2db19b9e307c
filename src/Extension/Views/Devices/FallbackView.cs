using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>What the processor did for devices, by operation, and what to do about it.</summary>
internal sealed class FallbackView(FallbackReport report) : View
{
    private const int MostRows = 60;

    /// <inheritdoc/>
    public override string Title => "fallbacks";

    private string Summary => report.Entries.Count == 0
        ? "none"
        : $"{NumberText.Count(Sums.Of(report.Entries.Select(entry => entry.Times)), "time")} by the processor · "
            + $"{NumberText.Bytes(Sums.Of(report.Entries.Select(entry => entry.Bytes)))} came over";

    private Table Table => new(["operation", "of tensors on", "times", "operands"], [.. Rows()], 2, 3);

    private IEnumerable<TextRun> Lines
    {
        get
        {
            yield return new(Role.Plain, report.Entries.Count == 0
                ? "Every operation ran where its operands lie. What lies on the processor is never counted."
                : "The processor did these, because the device cannot: operands came over, and results went back.");
            yield return new(
                Role.Mute,
                "No device does decompositions of matrices, Poisson draws, MultilabelMarginLoss or SaveAsFloat16.");
            yield return new(
                Role.Mute,
                "Within Device.Strict() they are errors that name the operand; x.To(Device.Cpu) brings it over once for "
                + "several; Device.ClearFallbacks() begins to count anew.");
        }
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        if (report.Entries.Count > 0)
        {
            Table.WriteTo(card.OpenSection("overflow-x:auto;")).Close();
        }

        return card.Section(Lines).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. Table.Lines(),
        .. Lines.Select(line => line.Text),
    ]);

    private IEnumerable<TextRun[]> Rows()
    {
        foreach (var entry in report.Entries.Take(MostRows))
        {
            yield return
            [
                new(Role.Plain, PlainName.Of(entry.Operation) ?? "?", IsBold: true),
                new(Role.Plain, PlainName.Of(entry.Device) ?? "?"),
                new(Role.Plain, NumberText.Count(entry.Times)),
                new(Role.Plain, NumberText.Bytes(entry.Bytes)),
            ];
        }

        if (report.Entries.Count > MostRows)
        {
            var rest = report.Entries.Skip(MostRows).ToArray();
            yield return
            [
                new(Role.Mute, $"{NumberText.Count(rest.Length)} more"),
                new(Role.Mute, ""),
                new(Role.Mute, NumberText.Count(Sums.Of(rest.Select(entry => entry.Times)))),
                new(Role.Mute, NumberText.Bytes(Sums.Of(rest.Select(entry => entry.Bytes)))),
            ];
        }
    }
}
