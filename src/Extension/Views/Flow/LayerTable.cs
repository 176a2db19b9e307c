using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A network layer by layer at one moment, in numbers.</summary>
internal static class LayerTable
{
    private const int BarColumns = 28;

    /// <summary>The table of a moment, for HTML.</summary>
    public static Table Of(FlowReading reading, FlowMoment moment) => new(
        ["", "weight", "least", "median", "mean |∇|", "greatest", "|activation|", "update", "notes"],
        [.. reading.Rows.Select(row => Cells(row, moment))],
        0,
        2,
        3,
        4,
        5,
        6,
        7);

    /// <summary>The same for a terminal, each row with its sizes on a log scale that all share.</summary>
    public static IEnumerable<string> Lines(FlowReading reading, FlowMoment moment)
    {
        var sizes = reading.Rows.Select(row => row.Layer.Gradient(moment)).OfType<Magnitudes>();
        var axis = CurveAxis.Logarithmic(sizes.SelectMany(one => new[] { one.Mean, one.Maximum }), BarColumns);
        var (low, high) = (NumberText.Of(axis.Ticks[0]), NumberText.Of(axis.Ticks[^1]));
        yield return "by layer: mean |∇|, |activation|, update by weight; "
            + $"bar: |∇| from {low} to {high}, ● mean, │ median";
        var table = new Table(
            ["", "weight", "mean |∇|", "|activation|", "update", "bar", "notes"],
            [
                .. reading.Rows.Select(row =>
                {
                    var cells = Cells(row, moment);
                    TextRun bar = new(Role.Gradient, Bar(row.Layer.Gradient(moment), axis));
                    return new[] { cells[0], cells[1], cells[4], cells[6], cells[7], bar, cells[8] };
                }),
            ],
            0,
            2,
            3,
            4);
        foreach (var line in table.Lines())
        {
            yield return line;
        }
    }

    private static TextRun[] Cells(FlowRow row, FlowMoment moment)
    {
        var gradient = row.Layer.Gradient(moment);
        return
        [
            Plain(NumberText.Count(row.Number)),
            Plain($"{row.Name} {ValueText.Of(row.Layer.Parameter.Shape)}"),
            Number(gradient?.Minimum),
            Number(gradient?.Median),
            Number(gradient?.Mean, Role.Gradient),
            Number(gradient?.Maximum),
            Number(row.Layer.Activation(moment)?.Mean, Role.Forward),
            Number(row.Layer.In(moment)?.UpdateRatio),
            Plain(string.Join(", ", Notes(row, moment))),
        ];
    }

    private static IEnumerable<string> Notes(FlowRow row, FlowMoment moment)
    {
        if (row.Layer.Gradient(moment) is not { } gradient)
        {
            yield return "no gradient";
            yield break;
        }

        if (gradient.NaNs > 0)
        {
            yield return $"NaN ×{NumberText.Count(gradient.NaNs)}";
        }

        if (gradient.Infinities > 0)
        {
            yield return $"±∞ ×{NumberText.Count(gradient.Infinities)}";
        }

        foreach (var (words, share) in new[]
        {
            ("zeros", gradient.ZeroShare),
            ("dead units", row.Layer.Dead(moment)),
            ("saturated", row.Layer.Saturated(moment)),
        })
        {
            if (share >= 0.001)
            {
                yield return $"{words} {NumberText.Short(100 * Math.Round(share, 3))}%";
            }
        }
    }

    private static string Bar(Magnitudes? sizes, CurveAxis axis)
    {
        var bar = new string(' ', BarColumns).ToCharArray();
        int Cell(double size) => (int)Math.Round(axis.Place(size) * (BarColumns - 1));
        if (sizes is { Minimum: > 0, Maximum: > 0 })
        {
            bar.AsSpan(Cell(sizes.Minimum), Cell(sizes.Maximum) - Cell(sizes.Minimum) + 1).Fill('─');
        }

        foreach (var (sign, size) in new[] { ('│', sizes?.Median), ('●', sizes?.Mean) })
        {
            if (size is { } known && axis.Holds(known))
            {
                bar[Cell(known)] = sign;
            }
        }

        return new string(bar);
    }

    private static TextRun Number(double? number, Role role = Role.Plain) => number is { } known
        ? new(double.IsNaN(known) ? Role.Plain : role, double.IsNaN(known) ? "" : NumberText.Short(known))
        : new(Role.Plain, "");

    private static TextRun Plain(string text) => new(Role.Plain, text);
}
