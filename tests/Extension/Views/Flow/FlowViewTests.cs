using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class FlowViewTests
{
    private const int MostBytes = 60_000;

    [Fact]
    public void Equal_factors_between_layers_are_equal_distances()
    {
        var view = new FlowView(Flows.Of(5, 1, (layer, _, _) => Math.Pow(10, -layer)));
        var line = view.Picture!.Marks.OfType<PathMark>()
            .First(path => path is { Role: Role.Gradient, Points.Count: 5 });
        var falls = line.Points.Zip(line.Points.Skip(1), (one, next) => next.Y - one.Y).ToArray();
        Assert.True(falls[0] > 5);
        Assert.All(falls, fall => Assert.Equal(falls[0], fall, 1e-6));
    }

    [Fact]
    public void A_finding_is_told_with_place_evidence_mechanism_and_remedies()
    {
        var view = new FlowView(Flows.Vanishing());
        var html = view.ToHtml();
        foreach (var told in new[] { view.ToText(), html })
        {
            Assert.Contains("vanishing gradient", told);
            Assert.Contains("from step 12 on: layers.0.weight receives 4.1e-7", told);
            Assert.Contains("0.25⁸", told);
            Assert.Contains("Try: ReLU or tanh instead of the sigmoid; Xavier initialisation", told);
        }

        Assert.Contains("vanishing gradient at layers.0", view.Picture!.Title);
        Assert.Contains("nothing found", new FlowView(Flows.Healthy()).Picture!.Title);
    }

    [Fact]
    public void In_characters_a_row_a_layer_shows_its_range_and_mean_on_a_log_scale()
    {
        Magnitudes Sizes(double mean) => new(4, 0, 0, 0, mean / 10, mean, mean, 10 * mean, 2 * mean, null);
        FlowParameter Weight(int layer) => new($"{layer}.weight", $"{layer}", "Linear", [2, 2], true, layer);
        ParameterMoment Moment(double mean) => new(Sizes(mean), Sizes(1), 1e-3, double.NaN);
        var flow = new FlowSnapshot(
            "Net", 1, 10, [Weight(0), Weight(1)], [],
            [new FlowMoment(0, 0, 2, 1, double.NaN, double.NaN, double.NaN, false, [Moment(1e-4), Moment(1e-2)], [])],
            [], null);
        Assert.Equal(
            """
            gradient flow of Net: step 0 of 1 · 2 layers · nothing found
            by layer: mean |∇|, |activation|, update by weight; bar: |∇| from 1e-4 to 0.1, ● mean, │ median
              1  0.weight [2, 2]  1e-4    0.001  ●─────────
              2  1.weight [2, 2]  0.01    0.001           ─────────●─────────
            """,
            new FlowView(flow).ToText());
    }

    [Fact]
    public void What_has_no_place_on_a_log_scale_is_marked()
    {
        var view = new FlowView(Flows.Broken());
        var marks = view.Picture!.Marks;
        foreach (var shape in new[] { CellShape.Cross, CellShape.Bow })
        {
            Assert.Single(marks, mark => mark is CellsMark { Role: Role.Warning, Places.Count: 1 } sign && sign.Shape == shape);
        }

        Assert.Contains(marks, mark => mark is TextMark { Text: "–" });
        Assert.Equal(2, marks.Count(mark => mark is TextMark { Role: Role.Plain, Text: "0" }));
        string[] notes = ["NaN ×12", "±∞ ×3", "no gradient", "zeros 100%", "dead units 75%", "saturated 50%"];
        foreach (var words in notes)
        {
            Assert.Contains(words, view.ToText());
            Assert.Contains(words, view.ToHtml());
        }
    }

    [Fact]
    public void Rows_are_in_the_order_of_the_forward_pass_and_biases_are_none()
    {
        var flow = Flows.Healthy(3);
        var turned = flow with
        {
            Parameters = [.. flow.Parameters.Select(one => one with { Order = -one.Order })],
        };
        Assert.Equal(["layers.2", "layers.1", "layers.0"], new FlowReading(turned, 48).Rows.Select(row => row.Label));
        Assert.Equal([4, 2, 0], new FlowReading(turned, 48).Rows.Select(row => row.Layer.Index));
    }

    [Fact]
    public void Weights_of_one_layer_are_called_by_their_own_names()
    {
        var flow = Flows.Healthy(2);
        var rows = new FlowReading(
            flow with { Parameters = [.. flow.Parameters.Select(one => one with { Layer = "lstm" })] }, 48).Rows;
        Assert.Equal(["layers.0.weight", "layers.1.weight"], rows.Select(row => row.Label));
    }

    [Fact]
    public void Layers_whose_names_end_alike_are_told_apart_by_their_numbers()
    {
        var flow = Flows.Healthy(3);
        var rows = new FlowReading(
            flow with
            {
                Parameters =
                [
                    .. flow.Parameters.Select((one, index) => one with
                    {
                        Layer = index < 4 ? $"encoder{index / 2}.attention.output_projection" : "head",
                    }),
                ],
            },
            48).Rows;
        Assert.Equal(["1: …put_projection", "2: …put_projection", "head"], rows.Select(row => row.Label));
    }

    [Fact]
    public void Of_very_many_layers_some_are_shown_the_first_and_the_last_among_them()
    {
        var reading = new FlowReading(Flows.Healthy(200, 1), 48);
        Assert.Equal("48 of 200 layers", reading.Count);
        Assert.Equal((1, 200), (reading.Rows[0].Number, reading.Rows[^1].Number));
        Assert.Equal(48, reading.Rows.Select(row => row.Layer.Index).Distinct().Count());
    }

    [Fact]
    public void Before_the_first_pass_there_are_words_alone()
    {
        var view = new FlowView(Flows.Waiting());
        Assert.Null(view.Picture);
        Assert.Contains("call Backward", view.ToHtml());
        Assert.EndsWith("call Backward, and look again.", view.ToText());
    }

    [Fact]
    public void However_long_the_training_and_deep_the_network_a_picture_is_small()
    {
        var flow = Flows.Large();
        View[] views =
        [
            new FlowView(flow),
            new FlowView(Flows.Large(400, 3)),
            new HistoryView(new FlowHistory(flow)),
            .. Enum.GetValues<FlowQuantity>().Select(one => new HistogramsView(new FlowHistograms(flow, one))),
            new ComparisonView(Flows.Compared([.. Enumerable.Repeat(("a run", flow), 30)])),
        ];
        Assert.All(views, view => Assert.InRange(Encoding.UTF8.GetByteCount(view.ToHtml()), 5_000, MostBytes));
    }
}
