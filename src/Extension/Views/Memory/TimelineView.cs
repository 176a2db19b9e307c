using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The memory of a graph over time: bars, and a table of what each operation keeps.</summary>
internal sealed class TimelineView(MemoryTimeline timeline, IReadOnlyDictionary<long, string> names) : View
{
    private const int Columns = 36;

    private readonly TimelineReading reading = new(timeline, names);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => reading.Title;

    /// <inheritdoc/>
    public override Scene? Picture => reading.Bars.Count == 0 ? null : picture ??= TimelinePicture.Of(reading);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {reading.Summary}", Title, reading.Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title);
        }

        if (reading.Advice is { } advice)
        {
            card.OpenSection().Run(new TextRun(Role.Plain, advice)).Close();
        }

        if (Picture is not null)
        {
            card.OpenSection("overflow-x:auto;").Raw("<details><summary>operation by operation</summary>");
            Table().WriteTo(card).Close("details").Close();
        }

        return card.ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        string?[] lines =
        [
            $"{Title}: {reading.Summary}",
            reading.Bars.Count > 0 ? "░ kept parameters and data  █ kept by the graph alone  ▒ gradients" : null,
            .. BarTable().Lines(),
            reading.Advice,
        ];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    private Table Table()
    {
        var hasLines = reading.Bars.Any(bar => bar.Line.Length > 0);
        (string Heading, Func<TimelineBar, TextRun> Cell)[] columns =
        [
            ("", Sign), ("operation", bar => Plain(bar.Operation)), ("result", bar => Plain(bar.Name ?? "")),
            .. hasLines ? [("built at", bar => Plain(bar.Line))] : Array.Empty<(string, Func<TimelineBar, TextRun>)>(),
            ("kept, bytes", bar => Plain(bar.Change)), ("alive, bytes", Alive),
        ];
        return new Table(
            [.. columns.Select(column => column.Heading)],
            [.. reading.Bars.Select(bar => columns.Select(column => column.Cell(bar)).ToArray())],
            columns.Length - 2,
            columns.Length - 1);
    }

    private Table BarTable() => new(
        ["", "operation", "result", "kept", "alive", "bar"],
        [.. reading.Bars.Select(bar => new[]
        {
            Sign(bar), Plain(bar.Operation), Plain(bar.Name ?? ""), Plain(bar.Change), Alive(bar),
            Plain(Bar(bar.Most) + (bar.IsPeak ? " peak" : "")),
        })],
        3,
        4);

    private static TextRun Sign(TimelineBar bar) => bar.Phase switch
    {
        MemoryPhase.Forward => new TextRun(Role.Forward, "→"),
        MemoryPhase.Backward => new TextRun(Role.Gradient, "←"),
        _ => new TextRun(Role.Mute, "∅"),
    };

    private static TextRun Alive(TimelineBar bar) =>
        new(Role.Plain, NumberText.Count(bar.Most.TotalBytes), IsBold: bar.IsPeak);

    private static TextRun Plain(string text) => new(Role.Plain, text);

    // Rounded at each part's end, so that the parts together are as long as the whole.
    private string Bar(MemoryMoment moment)
    {
        var most = Math.Max(1.0, reading.Peak?.Most.TotalBytes ?? 1);
        int End(double bytes) => (int)Math.Round(Math.Clamp(bytes / most, 0, 1) * Columns);
        var (leaf, kept, all) = (End(moment.LeafBytes), End(moment.KeptBytes), End(moment.TotalBytes));
        kept = Math.Max(leaf, kept);
        return new string('░', leaf) + new string('█', kept - leaf) + new string('▒', Math.Max(kept, all) - kept);
    }
}
