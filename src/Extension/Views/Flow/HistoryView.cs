using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Gradients over the steps of a training.</summary>
internal sealed class HistoryView(FlowHistory history) : View
{
    private const int MostRows = 40;
    private const int Widest = 540;
    private const int Columns = 64;
    private const string Shades = "░▒▓█";

    private readonly FlowReading reading = new(history.Flow, MostRows);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => $"gradient flow of {reading.Model} over time";

    /// <inheritdoc/>
    public override Scene? Picture =>
        reading.Last is null ? null : picture ??= HistoryPicture.Of(reading, Alternative());

    private string Summary =>
        $"{NumberText.Count(history.Flow.Steps, "step")} · {reading.Count} · {reading.Verdict}";

    private IEnumerable<string> Words =>
        FlowSeries.All(history.Flow.Moments).Where(one => one.Line.IsKnown).Select(one => one.Words);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, Widest);
        if (Picture is not { } scene)
        {
            return card.OpenSection().Run(new TextRun(Role.Plain, FlowReading.Waiting)).Close().ToString();
        }

        return card.Picture(scene, scene.Title)
            .Section(Words.Select(line => new TextRun(Role.Plain, line)), HtmlCard.Mono)
            .ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join(
        '\n', [$"{Title}: {Summary}", .. reading.Last is null ? [FlowReading.Waiting] : Map().Concat(Words)]);

    private string Alternative() => $"{Title}: {Summary}; {string.Join("; ", Words)}; "
        + FlowFindings.Titles(history.Flow.Findings);

    private IEnumerable<string> Map()
    {
        var map = new StepMap(reading, Columns);
        var (low, high) = map.Range;
        var moments = history.Flow.Moments;
        yield return $"mean |∇| by layer, step {NumberText.Count(moments[0].FirstStep)} to "
            + $"{NumberText.Count(moments[^1].LastStep)}: ░ {NumberText.Short(low)} to █ {NumberText.Short(high)}, "
            + "0 zeros, × NaN or ±∞";
        var labels = reading.Rows.Select(row => TextMetrics.Columns(row.Label)).DefaultIfEmpty(0).Max();
        foreach (var (row, cells) in reading.Rows.Zip(map.Rows))
        {
            var label = row.Label + new string(' ', labels - TextMetrics.Columns(row.Label));
            yield return $"  {label}  {string.Concat(cells.Select(cell => Sign(map, cell)))}".TrimEnd();
        }
    }

    private static char Sign(StepMap map, MapCell cell) => cell.Kind switch
    {
        MapKind.None => ' ',
        MapKind.Zero => '0',
        MapKind.NotFinite => '×',
        _ => Shades[(map.Level(cell.Size) - 1) * Shades.Length / StepMap.Levels],
    };
}
