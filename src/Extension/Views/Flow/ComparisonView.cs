using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Runs side by side: their gradients by layer in one picture, their losses in another, and a table.</summary>
internal sealed class ComparisonView : View
{
    // As many lines as can be told apart without colour.
    private const int MostLines = 6;
    private const int MostRuns = 24;
    private const int MostLayers = 256;
    private const int MostPoints = 200;
    private const int MostTicks = 7;
    private const int LongestFindings = 160;
    private const double Width = 322;
    private const double Height = 200;

    private readonly FlowComparison comparison;
    private readonly (string Name, FlowReading Reading)[] runs;
    private readonly CurveReading layers;
    private readonly CurveReading losses;
    private Scene? picture;

    /// <summary>The view of some runs.</summary>
    public ComparisonView(FlowComparison comparison)
    {
        this.comparison = comparison;
        runs =
        [
            .. comparison.Runs.Take(MostRuns).Select((run, index) => (
                PlainName.Of(run.Name) ?? $"run {index + 1}", new FlowReading(run.Flow, MostLayers))),
        ];
        layers = new(Layers(), MostTicks);
        losses = new(Losses(), MostTicks);
    }

    /// <inheritdoc/>
    public override string Title => "gradient flow, run by run";

    /// <inheritdoc/>
    public override Scene Picture =>
        picture ??= CurvePicture.Of(layers, Width, Height) with { Title = $"{Title}: {string.Join("; ", Words)}" };

    private string Summary => string.Join(" · ", runs.Take(MostLines).Select(run => run.Name)) + More;

    private string More => comparison.Runs.Count > MostLines
        ? $" · {NumberText.Count(comparison.Runs.Count)} runs, of which the first {MostLines} are drawn"
        : "";

    private IEnumerable<string> Words => runs.Take(MostLines).Select(run =>
        $"{run.Name}: first layer {Size(Ends(run.Reading).First)}, last layer {Size(Ends(run.Reading).Last)}, "
        + $"loss {Loss(run.Reading)}, {FlowFindings.Titles(run.Reading.Flow.Findings)}");

    private Table Table => new(
        ["run", "|∇| first layer", "last layer", "first ÷ last", "zeros", "dead units", "last loss", "found"],
        [.. runs.Select(run => Cells(run.Name, run.Reading))],
        1,
        2,
        3,
        4,
        5,
        6);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard)
            .Pictures([Picture, CurvePicture.Of(losses, Width, Height)])
            .OpenSection("overflow-x:auto;");
        return Table.WriteTo(card).Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        CurveDiagram.Of(layers),
        CurveDiagram.Of(losses),
        .. runs.Take(MostLines).Select((run, index) => $"{CurveDiagram.Signs[index]} {run.Name}"),
        "run, |∇| of the first and the last layer, first ÷ last, zeros, dead units, last loss, found",
        .. Table.Lines(),
    ]);

    private Curve Layers() => new("mean |∇|", "mean |∇| by layer", [.. runs.Take(MostLines)
        .Select(run => (run.Name, (IReadOnlyList<double>)[.. Means(run.Reading)]))])
    {
        LogScale = true,
        Start = 1,
    };

    private Curve Losses()
    {
        var moments = runs.Take(MostLines).Select(run => (run.Name, run.Reading.Flow.Moments)).ToArray();
        var end = moments.SelectMany(run => run.Moments).Select(moment => moment.LastStep).DefaultIfEmpty(0).Max();
        var step = Math.Max(1, end / (double)MostPoints);
        var lines = moments.Select(run => (run.Name, Values: Losses(run.Moments, step))).ToArray();
        double[] finite = [.. lines.SelectMany(line => line.Values).Where(double.IsFinite)];
        return new("loss", "loss by step", [.. lines])
        {
            LogScale = StepLine.IsWide(finite),
            Step = step,
        };
    }

    /// <summary>A run's losses at equal distances, as long as it lasted; between two moments, on a line.</summary>
    private static IReadOnlyList<double> Losses(IReadOnlyList<FlowMoment> moments, double step)
    {
        var losses = new List<double>();
        for (var next = 0; next < moments.Count; next++)
        {
            var (before, after) = (moments[Math.Max(0, next - 1)], moments[next]);
            for (var at = losses.Count * step; at <= after.LastStep && losses.Count <= MostPoints; at += step)
            {
                var way = (at - before.LastStep) / Math.Max(1, after.LastStep - before.LastStep);
                losses.Add(before.Loss + (Math.Clamp(way, 0, 1) * (after.Loss - before.Loss)));
            }
        }

        return losses;
    }

    private static IEnumerable<double> Means(FlowReading reading) => reading.Last is { } last
        ? reading.Rows.Select(row => row.Layer.Gradient(last)?.Mean ?? double.NaN)
        : [];

    private static (double First, double Last) Ends(FlowReading reading)
    {
        double[] means = [.. Means(reading)];
        return means.Length > 0 ? (means[0], means[^1]) : (double.NaN, double.NaN);
    }

    private static TextRun[] Cells(string name, FlowReading reading)
    {
        var (first, last) = Ends(reading);
        var findings = string.Join(", ", reading.Flow.Findings.Select(finding => finding.Title).Distinct());
        return
        [
            new(Role.Plain, name, IsBold: true),
            new(Role.Gradient, Size(first)),
            new(Role.Gradient, Size(last)),
            new(Role.Plain, Size(first / last)),
            new(Role.Plain, Share(reading, (row, moment) => row.Layer.Gradient(moment)?.ZeroShare ?? double.NaN)),
            new(Role.Plain, Share(reading, (row, moment) => row.Layer.Dead(moment))),
            new(Role.Forward, Loss(reading)),
            new(Role.Plain, PlainName.Of(findings, LongestFindings) ?? "–"),
        ];
    }

    /// <summary>The mean of a share over the layers where it is known.</summary>
    private static string Share(FlowReading reading, Func<FlowRow, FlowMoment, double> share)
    {
        double[] known = reading.Last is { } last
            ? [.. reading.Rows.Select(row => share(row, last)).Where(double.IsFinite)]
            : [];
        return known.Length == 0 ? "–" : $"{NumberText.Short(Math.Round(100 * known.Average(), 1))}%";
    }

    // In all its digits, since a loss that stands still differs in the last of them only.
    private static string Loss(FlowReading reading) => reading.Last is { } last ? NumberText.Of(last.Loss) : "–";

    private static string Size(double size) => double.IsNaN(size) ? "–" : NumberText.Short(size);
}
