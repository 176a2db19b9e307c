using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a network layer by layer at one moment: gradients, activations, the steps of its weights and what gives zero,
/// below each other on one axis that leads from its input to its loss.
/// </summary>
internal sealed class LayerPicture
{
    private const double Padding = 14;
    private const double Left = 58;
    private const double Width = 404;
    private const double Apart = 16;
    private const double NameLine = 14;
    private const int MostTicks = 7;

    // Below the least mean by more than this, a least element tells of chance, and would press all else together.
    private const double FarBelow = 100;

    // What is further from the last layer's mean than this can hardly learn at one rate with it.
    private const double FarFromLast = 100;

    // Less than a thousandth would not be seen.
    private const double LeastShare = 0.001;

    private readonly FlowReading reading;
    private readonly FlowMoment moment;
    private readonly List<Mark> marks = [];
    private double bottom = Padding;

    private LayerPicture(FlowReading reading, FlowMoment moment) => (this.reading, this.moment) = (reading, moment);

    /// <summary>The scene of a moment.</summary>
    public static Scene Of(FlowReading reading, FlowMoment moment, string title)
    {
        var picture = new LayerPicture(reading, moment);
        picture.AddGradients();
        picture.AddActivations();
        picture.AddUpdates();
        picture.AddShares();
        return new Scene(Left + Width + Padding + 6, picture.bottom, title, picture.marks);
    }

    private void AddGradients()
    {
        Magnitudes?[] sizes = [.. reading.Rows.Select(row => row.Layer.Gradient(moment))];
        var last = sizes.OfType<Magnitudes>().Select(one => one.Mean).LastOrDefault(mean => mean > 0, double.NaN);
        var isBroken = sizes.Any(one => one is { IsFinite: false });
        var panel = AddPanel(
            SizeAxis(sizes),
            180,
            [
                (Role.Gradient, "|∇ weight|"),
                (Role.Mute, isBroken ? "cross: NaN · bow: ∞" : "dash: median · bar: range"),
                (Role.Healthy, "within ×100 of the last"),
            ],
            last / FarFromLast,
            last * FarFromLast);
        marks.AddRange(panel.Sizes(sizes, Role.Gradient, Role.Positive, CellShape.Disc));
        AddNames(panel);
    }

    private void AddActivations()
    {
        Magnitudes?[] sizes = [.. reading.Rows.Select(row => row.Layer.Activation(moment))];
        if (sizes.Any(one => one is not null))
        {
            var panel = AddPanel(
                SizeAxis(sizes), 96, [(Role.Forward, "|activation|"), (Role.Mute, "of what each layer gives")]);
            marks.AddRange(panel.Sizes(sizes, Role.Parameter, Role.Negative, CellShape.Square));
        }
    }

    private void AddUpdates()
    {
        double[] ratios = [.. reading.Rows.Select(row => row.Layer.In(moment)?.UpdateRatio ?? double.NaN)];
        if (!ratios.All(double.IsNaN))
        {
            var (least, most) = (ParameterMoment.LeastUpdate, ParameterMoment.MostUpdate);
            var panel = AddPanel(
                CurveAxis.Logarithmic([.. ratios, least, most], MostTicks - 1),
                96,
                [(Role.Plain, "‖update‖ / ‖weight‖"), (Role.Healthy, "healthy")],
                least,
                most);
            marks.AddRange(panel.Line(ratios, Role.Warning, CellShape.Square, 1.2));
            marks.AddRange(panel.Signs("0", LayerPanel.Where(ratios, ratio => ratio == 0)));
        }
    }

    private void AddShares()
    {
        (string Name, Role Role, Role Text, Func<FlowRow, double> Share)[] all =
        [
            ("zeros in ∇", Role.Positive, Role.Gradient, row => row.Layer.Gradient(moment)?.ZeroShare ?? double.NaN),
            ("dead units", Role.Negative, Role.Forward, row => row.Layer.Dead(moment)),
            ("saturated", Role.Warning, Role.Plain, row => row.Layer.Saturated(moment)),
        ];
        var some = all.Where(one => reading.Rows.Any(row => one.Share(row) > LeastShare)).ToArray();
        if (some.Length > 0)
        {
            var panel = AddPanel(
                CurveAxis.Exact(0, 100, 4),
                64,
                [(Role.Plain, "share, %"), .. some.Select(one => (one.Text, one.Name))]);
            marks.AddRange(panel.Bars(
                [.. some.Select(one => (one.Role, (IReadOnlyList<double>)[.. reading.Rows.Select(one.Share)]))]));
        }
    }

    /// <summary>A panel with its title and its grid, over a band where healthy numbers lie.</summary>
    private LayerPanel AddPanel(
        CurveAxis axis,
        double height,
        IReadOnlyList<(Role Role, string Text)> title,
        double low = double.NaN,
        double high = double.NaN)
    {
        var hasBand = axis.Holds(low) && axis.Holds(high);
        marks.AddRange(PanelTitle.Of(Left, bottom, [.. title.Where(run => hasBand || run.Role != Role.Healthy)]));
        var frame = new PlotFrame(CurveAxis.Exact(0, 1, 1), axis, Left, bottom + PanelTitle.Height, Width, height);
        if (hasBand)
        {
            var (top, floor) = (frame.At(0, high).Y, frame.At(0, low).Y);
            marks.Add(new BoxMark(Role.Healthy, Left, top, Width, floor - top));
        }

        marks.AddRange(frame.Levels());
        bottom = frame.Floor + Apart;
        return new LayerPanel(frame, axis, reading.Rows.Count);
    }

    /// <summary>The layers' names, in two rows where one has no room, or else their numbers.</summary>
    private void AddNames(LayerPanel panel)
    {
        var y = bottom - Apart + NameLine;
        var widest = reading.Rows.Select(row => PlotFrame.Width(row.Label) + 4).DefaultIfEmpty(0).Max();
        var lines = (int)Math.Ceiling(widest * reading.Rows.Count / Width);
        var hasRoom = lines <= 2;
        var end = double.NegativeInfinity;
        foreach (var (index, row) in reading.Rows.Index())
        {
            var text = hasRoom ? row.Label : NumberText.Count(row.Number);
            var (x, half) = (panel.Middle(index), PlotFrame.Width(text) / 2);
            if (hasRoom || x - half > end + 4)
            {
                var line = hasRoom ? index % Math.Max(1, lines) : 0;
                marks.Add(PlotFrame.Label(x, y + (line * NameLine), text, TextAlign.Middle));
                end = x + half;
            }
        }

        if (!hasRoom)
        {
            const string words = "layer by its number in the table, from the input to the loss";
            marks.Add(PlotFrame.Label(Left + (Width / 2), y + NameLine, words, TextAlign.Middle));
        }

        bottom = y + (lines > 1 ? NameLine : 0) + Apart;
    }

    private static CurveAxis SizeAxis(IEnumerable<Magnitudes?> sizes)
    {
        var known = sizes.OfType<Magnitudes>().ToArray();
        var means = known.SelectMany(one => new[] { one.Mean, one.Median, one.Maximum }).Where(size => size > 0);
        var least = means.DefaultIfEmpty(0).Min() / FarBelow;
        return CurveAxis.Logarithmic([.. means, .. known.Select(one => Math.Max(one.Minimum, least))], MostTicks);
    }
}
