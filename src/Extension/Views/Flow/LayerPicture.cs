using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
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
    private const double WidestBar = 10;
    private const double Dot = 7;
    private const int MostTicks = 7;

    // Below the least mean by more than this, a least element tells of chance, and would press all else together.
    private const double FarBelow = 100;

    // A step should change a weight by about a thousandth of its size (Karpathy, A Recipe for Training, 2019).
    private const double LeastUpdate = 1e-4;
    private const double MostUpdate = 1e-2;

    // What is further from the last layer's mean than this can hardly learn at one rate with it.
    private const double FarFromLast = 100;

    private readonly FlowReading reading;
    private readonly FlowMoment moment;
    private readonly double pitch;
    private readonly List<Mark> marks = [];
    private double bottom = Padding;

    private LayerPicture(FlowReading reading, FlowMoment moment)
    {
        (this.reading, this.moment) = (reading, moment);
        pitch = Width / Math.Max(1, reading.Rows.Count);
    }

    /// <summary>The scene of a moment.</summary>
    public static Scene Of(FlowReading reading, FlowMoment moment)
    {
        var picture = new LayerPicture(reading, moment);
        picture.AddGradients();
        picture.AddActivations();
        picture.AddUpdates();
        picture.AddShares();
        return new Scene(
            Left + Width + Padding + 6,
            picture.bottom,
            $"Gradient flow of {reading.Model} by layer at step {NumberText.Count(moment.LastStep)}",
            picture.marks);
    }

    private void AddGradients()
    {
        Magnitudes?[] sizes = [.. reading.Rows.Select(row => row.Gradient(moment))];
        var last = sizes.OfType<Magnitudes>().Select(one => one.Mean).LastOrDefault(mean => mean > 0, double.NaN);
        AddTitle(
            (Role.Gradient, "|∇ weight|"),
            (Role.Mute, "dash: median · bar: range"),
            (Role.Healthy, "within ×100 of the last"));
        var frame = AddFrame(SizeAxis(sizes), 180, last / FarFromLast, last * FarFromLast);
        AddSizes(frame, sizes, Role.Gradient, Role.Positive, CellShape.Disc);
        AddNames(frame);
    }

    private void AddActivations()
    {
        Magnitudes?[] sizes = [.. reading.Rows.Select(row => row.Activation(moment))];
        if (sizes.Any(one => one is not null))
        {
            AddTitle((Role.Forward, "|activation|"), (Role.Mute, "of what each layer gives"));
            AddSizes(AddFrame(SizeAxis(sizes), 96), sizes, Role.Parameter, Role.Negative, CellShape.Square);
        }
    }

    private void AddUpdates()
    {
        double[] ratios = [.. reading.Rows.Select(row => row.In(moment)?.UpdateRatio ?? double.NaN)];
        if (ratios.All(double.IsNaN))
        {
            return;
        }

        AddTitle((Role.Plain, "‖update‖ / ‖weight‖"), (Role.Healthy, "healthy"));
        var axis = CurveAxis.Logarithmic([.. ratios, LeastUpdate, MostUpdate], MostTicks - 1);
        var frame = AddFrame(axis, 96, LeastUpdate, MostUpdate);
        foreach (var run in Runs(ratios, axis))
        {
            marks.Add(new PathMark(Role.Warning, [.. run.Select(index => At(frame, index, ratios[index]))], 1.2));
        }

        AddCells(frame, Role.Warning, CellShape.Square, Dot - 1, Where(ratios, axis.Holds), ratios);
        AddSigns(frame, "0", Where(ratios, ratio => ratio == 0));
    }

    private void AddShares()
    {
        (string Name, Role Role, Role Text, double[] Shares)[] all =
        [
            ("zeros in ∇", Role.Positive, Role.Gradient,
                [.. reading.Rows.Select(row => row.Gradient(moment)?.ZeroShare ?? double.NaN)]),
            ("dead units", Role.Negative, Role.Forward, [.. reading.Rows.Select(row => row.Dead(moment))]),
            ("saturated", Role.Warning, Role.Plain, [.. reading.Rows.Select(row => row.Saturated(moment))]),
        ];
        var some = all.Where(one => one.Shares.Any(share => share > 0.001)).ToArray();
        if (some.Length == 0)
        {
            return;
        }

        AddTitle([(Role.Plain, "share, %"), .. some.Select(one => (one.Text, one.Name))]);
        var frame = AddFrame(CurveAxis.Exact(0, 100, 4), 64);
        var breadth = Math.Min(WidestBar, (pitch - 2) / some.Length);
        foreach (var (series, (_, role, _, shares)) in some.Index())
        {
            var aside = (series - ((some.Length - 1) / 2.0)) * breadth;
            var tops = Where(shares, share => share > 0)
                .Select(index => At(frame, index, 100 * shares[index]))
                .Select(top => top with { X = top.X + aside, Y = Math.Min(top.Y, frame.Floor - 1) });
            marks.Add(new BarsMark(role, [.. tops], frame.Floor, Math.Max(1, breadth - 1)));
        }
    }

    private void AddTitle(params IReadOnlyList<(Role Role, string Text)> runs)
    {
        marks.AddRange(PanelTitle.Of(Left, bottom, runs));
        bottom += PanelTitle.Height;
    }

    /// <summary>The area of a panel with its grid, over a band where healthy numbers lie.</summary>
    private PlotFrame AddFrame(CurveAxis axis, double height, double low = double.NaN, double high = double.NaN)
    {
        var frame = new PlotFrame(CurveAxis.Exact(0, 1, 1), axis, Left, bottom, Width, height);
        if (axis.Holds(low) && axis.Holds(high))
        {
            var (top, floor) = (frame.At(0, high).Y, frame.At(0, low).Y);
            marks.Add(new BoxMark(Role.Healthy, Left, top, Width, floor - top));
        }

        marks.AddRange(frame.Levels());
        bottom = frame.Floor + Apart;
        return frame;
    }

    private void AddSizes(
        PlotFrame frame, IReadOnlyList<Magnitudes?> sizes, Role line, Role area, CellShape shape)
    {
        var breadth = Math.Clamp(pitch * 0.4, 2, WidestBar);
        double[] means = [.. sizes.Select(one => one?.Mean ?? double.NaN)];
        foreach (var (index, one) in sizes.Index().Where(pair => pair.Item is { Minimum: > 0, Maximum: > 0 }))
        {
            var (top, floor) = (At(frame, index, one!.Maximum), At(frame, index, one.Minimum).Y);
            var height = Math.Max(1, floor - top.Y);
            marks.Add(new BoxMark(area, top.X - (breadth / 2), top.Y, breadth, height, breadth / 2, Strength: 0.3));
        }

        var axis = SizeAxis(sizes);
        foreach (var run in Runs(means, axis))
        {
            marks.Add(new PathMark(line, [.. run.Select(index => At(frame, index, means[index]))], 1.6));
        }

        foreach (var (index, one) in sizes.Index().Where(pair => pair.Item is { Median: > 0 }))
        {
            var (x, y) = At(frame, index, one!.Median);
            var half = (breadth / 2) + 2;
            marks.Add(new PathMark(line, [new Point(x - half, y), new Point(x + half, y)], 1.4));
        }

        AddCells(frame, line, shape, Math.Min(Dot, pitch - 2), Where(means, axis.Holds), means);
        AddSigns(frame, "0", Where(sizes, one => one is { Count: > 0, IsFinite: true, Mean: 0 }));
        AddSigns(frame, "–", Where(sizes, one => one is null));
        AddCells(frame, Role.Warning, CellShape.Cross, Dot, Where(sizes, one => one is { NaNs: > 0 }));
        AddCells(frame, Role.Warning, CellShape.Bow, Dot, Where(sizes, one => one is { NaNs: 0, Infinities: > 0 }));
    }

    /// <summary>Marks at the places of numbers; without numbers, at the upper side.</summary>
    private void AddCells(
        PlotFrame frame, Role role, CellShape shape, double side, int[] places, double[]? values = null)
    {
        Point[] corners =
        [
            .. from index in places
               let at = values is null ? frame.Of(Share(index), 1) : At(frame, index, values[index])
               select new Point(at.X - (side / 2), at.Y - (side / 2)),
        ];
        marks.AddRange(corners.Length > 0 ? [new CellsMark(role, corners, side, shape, 1)] : Array.Empty<Mark>());
    }

    /// <summary>What has no place on a log axis is told at the floor.</summary>
    private void AddSigns(PlotFrame frame, string sign, int[] places) => marks.AddRange(places.Select(index =>
        PlotFrame.Label(frame.Of(Share(index), 0).X, frame.Floor - 3, sign, TextAlign.Middle, Role.Plain)));

    /// <summary>The layers' names, or their numbers where these have no room.</summary>
    private void AddNames(PlotFrame frame)
    {
        var floor = frame.Floor + 14;
        var hasRoom = reading.Rows.All(row => PlotFrame.Width(row.Label) < pitch - 4);
        var end = double.NegativeInfinity;
        foreach (var (index, row) in reading.Rows.Index())
        {
            var text = hasRoom ? row.Label : NumberText.Count(row.Number);
            var (x, half) = (frame.Of(Share(index), 0).X, PlotFrame.Width(text) / 2);
            if (x - half > end + 4)
            {
                marks.Add(PlotFrame.Label(x, floor, text, TextAlign.Middle));
                end = x + half;
            }
        }

        var words = hasRoom ? "" : "layer by its number in the table, from the input to the loss";
        marks.AddRange(hasRoom
            ? Array.Empty<Mark>()
            : [PlotFrame.Label(Left + (Width / 2), floor + 15, words, TextAlign.Middle)]);
        bottom = floor + (hasRoom ? 0 : 15) + Apart;
    }

    private static CurveAxis SizeAxis(IEnumerable<Magnitudes?> sizes)
    {
        var known = sizes.OfType<Magnitudes>().ToArray();
        var means = known.SelectMany(one => new[] { one.Mean, one.Median, one.Maximum }).Where(size => size > 0);
        var least = means.DefaultIfEmpty(0).Min() / FarBelow;
        return CurveAxis.Logarithmic([.. means, .. known.Select(one => Math.Max(one.Minimum, least))], MostTicks);
    }

    private Point At(PlotFrame frame, int index, double value) =>
        frame.At(0, value) with { X = frame.Of(Share(index), 0).X };

    private double Share(int index) => (index + 0.5) / reading.Rows.Count;

    private static int[] Where<T>(IReadOnlyList<T> all, Func<T, bool> holds) =>
        [.. Enumerable.Range(0, all.Count).Where(index => holds(all[index]))];

    /// <summary>Neighbours that all have a place on an axis, two at least.</summary>
    private static IEnumerable<IReadOnlyList<int>> Runs(double[] values, CurveAxis axis)
    {
        var run = new List<int>();
        for (var index = 0; index <= values.Length; index++)
        {
            if (index < values.Length && axis.Holds(values[index]))
            {
                run.Add(index);
                continue;
            }

            if (run.Count > 1)
            {
                yield return run;
            }

            run = [];
        }
    }
}
