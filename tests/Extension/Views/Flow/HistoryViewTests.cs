using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class HistoryViewTests
{
    [Fact]
    public void A_map_tells_sizes_zeros_what_is_not_finite_and_where_there_is_nothing()
    {
        var map = new StepMap(new FlowReading(Flows.Broken(), 40), 30);
        Assert.Equal(
            [MapKind.Size, MapKind.NotFinite, MapKind.NotFinite, MapKind.Zero, MapKind.None, MapKind.Size, MapKind.Size,
                MapKind.Size],
            map.Rows.Select(row => row[25].Kind));
        Assert.All(map.Rows, row => Assert.Equal(MapKind.Size, row[5].Kind));
    }

    [Fact]
    public void Moments_take_the_room_of_the_steps_that_they_stand_for()
    {
        // 1 at steps 0 to 3, then 100 from 4 on, looked at again at 8.
        var flow = Flows.Of(1, 3, (_, _, _) => 1);
        FlowMoment At(long first, long last, double mean) => flow.Moments[0] with
        {
            FirstStep = first,
            LastStep = last,
            Parameters = [new ParameterMoment(Flows.Sizes(mean, new Random(1)), Flows.Sizes(1, new Random(1)), 1, 1)],
        };
        var reading = new FlowReading(flow with { Moments = [At(0, 3, 1), At(4, 4, 100), At(8, 9, 100)] }, 40);
        double[] sizes = [.. new StepMap(reading, 96).Rows[0].Select(cell => cell.Size)];
        Assert.Equal([1, 1, 1, 1, 100, 100, 100, 100, 100, 100], sizes);
        Assert.Equal([1, 1, 100, 100, 100], new StepMap(reading, 5).Rows[0].Select(cell => cell.Size));
        Assert.Equal([1, 50.5, 100], new StepMap(reading, 3).Rows[0].Select(cell => cell.Size));
    }

    [Fact]
    public void Shades_are_equal_factors_apart_and_the_least_and_the_greatest_have_the_ends()
    {
        var means = new[] { 1e-8, 1e-6, 1e-4, 1e-2, 1 };
        var reading = new FlowReading(Flows.Of(5, 1, (layer, _, _) => means[layer]), 40);
        var map = new StepMap(reading, 1);
        Assert.Equal([1, 2, 4, 6, 8], map.Rows.Select(row => map.Level(row[0].Size)));
        Assert.Equal((1e-8, 1), (Math.Round(map.Range.Low, 12), Math.Round(map.Range.High, 6)));
    }

    [Fact]
    public void Panels_lie_on_one_axis_of_steps_and_show_what_is_known()
    {
        var scene = new HistoryView(new FlowHistory(Flows.Vanishing())).Picture!;
        foreach (var name in new[] { "mean |∇|", "loss", "‖∇‖", "cosine", "noise scale" })
        {
            Assert.Contains(scene.Marks, mark => mark is TextMark text && text.Text == name);
        }

        var ends = scene.Marks.OfType<PathMark>().Where(path => path.Points.Count > 50)
            .Select(path => (path.Points[0].X, path.Points[^1].X));
        Assert.Single(ends.Distinct());

        var lone = new HistoryView(new FlowHistory(Flows.Lone())).Picture!;
        Assert.DoesNotContain(lone.Marks, mark => mark is TextMark { Text: "cosine" or "loss" or "noise scale" });
    }

    [Fact]
    public void A_clipped_norm_is_dashed_over_the_one_that_was()
    {
        var lines = new HistoryView(new FlowHistory(Flows.Vanishing())).Picture!.Marks.OfType<PathMark>();
        Assert.Single(lines, path => path is { Dashed: true, Points.Count: 100 });
        var plain = Flows.Vanishing();
        plain = plain with { Moments = [.. plain.Moments.Select(one => one with { ClippedNorm = double.NaN })] };
        Assert.DoesNotContain(
            new HistoryView(new FlowHistory(plain)).Picture!.Marks.OfType<PathMark>(), path => path.Dashed);
    }

    [Fact]
    public void Where_the_loss_is_no_number_any_more_a_sign_says_which()
    {
        var signs = new HistoryView(new FlowHistory(Flows.Broken())).Picture!.Marks.OfType<CellsMark>().ToArray();
        Assert.Equal([CellShape.Bow, CellShape.Cross], signs.Select(sign => sign.Shape));
    }
}
