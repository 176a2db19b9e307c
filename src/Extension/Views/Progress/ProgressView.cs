using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>How far a loop is: a bar, times, and a curve for each quantity that was measured.</summary>
internal sealed class ProgressView(ProgressSnapshot progress) : View
{
    private const int BarLength = 40;
    private const string Levels = "▁▂▃▄▅▆▇█";

    private readonly ProgressReading reading = new(progress);

    /// <inheritdoc/>
    public override string Title => reading.Heading;

    /// <inheritdoc/>
    public override Scene? Picture => field ??= ProgressPicture.Of(reading);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard(reading.Words, Title, reading.Timing, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title);
        }

        if (reading.Problem is { } problem)
        {
            card.OpenSection().Run(new TextRun(Role.Plain, problem)).Close();
        }

        if (reading.Curves.Count > ProgressPicture.MostPlots)
        {
            card.Section(
                reading.Curves.Skip(ProgressPicture.MostPlots).Select(curve => new TextRun(Role.Plain, curve.Words)),
                HtmlCard.Mono);
        }

        return card.ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', new[]
    {
        $"{Bar}{Title} · {reading.Timing}",
        reading.Problem,
    }.Concat(reading.Curves.Select(Line)).Where(line => line is not null));

    private string Bar => reading.Share is { } share && (int)(share * BarLength) is var filled
        ? $"{new string('█', filled)}{new string('░', BarLength - filled)} {Math.Floor(share * 100),3}%  "
        : "";

    private static string Line(MetricCurve curve)
    {
        var length = Math.Max(1, (curve.Points.Count + BarLength - 1) / BarLength);
        var levels = curve.Points.Chunk(length).Select(piece =>
            Levels[(int)Math.Round(curve.Y.Place(piece.Average(point => point.Mean)) * (Levels.Length - 1))]);
        return $"{string.Concat(levels)}  {curve.Words}";
    }
}
