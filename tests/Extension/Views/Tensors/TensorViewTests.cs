using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class TensorViewTests
{
    [Fact]
    public void A_small_tensor_is_a_table() => Assert.Equal(
        """
        w: float32 [2, 3] · cpu · leaf
            1   −2    0
          NaN  0.5    ∞
        mean −0.125   deviation 1.139   min −2   max 1   zeros 1   NaN ×1   ±∞ ×1   at [1, 0]   [1, 2]
        """,
        Text(Tensors.Of("w", [2, 3], [1, -2, 0, double.NaN, 0.5, double.PositiveInfinity])));

    [Fact]
    public void A_number_stands_alone_with_its_gradient() => Assert.Equal(
        """
        tensor: scalar float32 · cpu · requires grad · leaf
        3.25
        ∇ −0.5
        """,
        Text(Tensors.Of(null, [], [3.25], gradient: [-0.5])));

    [Fact]
    public void What_is_reduced_is_told()
    {
        var map = Text(Tensors.Of("x", [50, 30], Summaries.Numbers([50, 30], 1)));
        Assert.Contains("each cell is the mean of 4×3 elements", map);
        var line = Text(Tensors.Of("x", [500], Summaries.Numbers([500], 1)));
        Assert.Contains("each point is the mean of 8 elements, the shade their range", line);
    }

    [Fact]
    public void Of_many_truth_values_shares_are_told()
    {
        double[] values = [.. Enumerable.Range(0, 2500).Select(index => index % 4 == 0 ? 1.0 : 0)];
        var tensor = Tensors.Of("x", [50, 50], values, DType.Bool);
        var html = new TensorView(tensor, new Dictionary<long, string>()).ToHtml();
        Assert.Contains("each cell is the share of true among 4×4 elements", html);
        Assert.Equal("■ true   ", Legend(tensor));
        Array.Clear(values, 0, 8 * 50);
        Assert.Equal("■ true   ▫ false   ", Legend(Tensors.Of("x", [50, 50], values, DType.Bool)));
    }

    [Fact]
    public void The_legend_names_what_there_is()
    {
        double[] values = [.. Enumerable.Range(0, 81).Select(number => number + 1.0)];
        Assert.Equal("■ above zero   ", Legend(Tensors.Of("x", [9, 9], values)));
        values[0] = 0;
        values[1] = -1;
        values[2] = double.NegativeInfinity;
        Assert.Equal("● below zero   ■ above zero   ▫ zero   ⋈ infinite   ", Legend(Tensors.Of("x", [9, 9], values)));
        Assert.Empty(Legend(Tensors.Of("x", [2], [1, -1])));
    }

    [Fact]
    public void Of_many_labels_only_their_numbers_are_drawn()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(index => index % 10.0)];
        var view = new TensorView(Tensors.Of("labels", [1000], values, DType.Int64), new Dictionary<long, string>());
        var bars = Assert.Single(view.Picture!.Marks.OfType<BarsMark>());
        Assert.Equal(10, bars.Tops.Count);
        Assert.Single(bars.Tops.Select(top => top.Y).Distinct());
        Assert.Equal(
            bars.Tops.Select((top, label) => (top.X, $"{label}")),
            view.Picture.Marks.OfType<TextMark>().Select(text => (text.X, text.Text)));
        Assert.DoesNotContain("each point is the mean", view.ToText());
    }

    [Fact]
    public void On_a_page_each_panel_is_an_image_of_its_own()
    {
        var tensor = Tensors.Weights(12, 20);
        var parts = TensorPicture.PartsOf(tensor, "w1").ToArray();
        Assert.Equal(["Elements", "Gradient", "Distribution"], parts.Select(part => part.Title.Split(' ')[0]));
        var all = TensorPicture.Of(tensor, "w1");
        Assert.Equal(all.Marks.Count, parts.Sum(part => part.Marks.Count));
        Assert.All(parts, part => Assert.InRange(part.Width, 1, all.Width - 1));
        Assert.Equal(4, new TensorView(tensor, new Dictionary<long, string>()).ToHtml().Split("<img ").Length);
    }

    [Fact]
    public void Slices_of_higher_ranks_are_told_by_their_place()
    {
        Assert.Equal(
            """
            x: float32 [2, 2, 2] · cpu · leaf
            [0]
              0  1
              2  3
            [1]
              4  5
              6  7
            mean 3.5   deviation 2.291   min 0   max 7   zeros 1
            """,
            Text(Tensors.Of("x", [2, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7])));
        var many = Text(Tensors.Of("x", [50, 10, 10], Summaries.Numbers([50, 10, 10], 1)));
        Assert.Contains("6 of 50 slices, first to last", many);
        Assert.Contains("\n[49]\n", many);
    }

    [Fact]
    public void The_sign_of_a_cell_has_a_shape_besides_a_colour()
    {
        double[] values = [.. Enumerable.Range(0, 81).Select(number => number - 40.0)];
        values[3] = double.NaN;
        values[5] = double.NegativeInfinity;
        var view = new TensorView(Tensors.Of("x", [9, 9], values), new Dictionary<long, string>());
        var cells = view.Picture!.Marks.OfType<CellsMark>().ToLookup(mark => (mark.Role, mark.Shape));
        Assert.Equal(38, cells[(Role.Negative, CellShape.Disc)].Sum(mark => mark.Places.Count));
        Assert.Equal(40, cells[(Role.Positive, CellShape.Square)].Sum(mark => mark.Places.Count));
        Assert.Single(Assert.Single(cells[(Role.Warning, CellShape.Cross)]).Places);
        Assert.Single(Assert.Single(cells[(Role.Warning, CellShape.Bow)]).Places);
        Assert.Contains("NaN ×1   ±∞ ×1   at [0, 3]   [0, 5]", view.ToText());
    }

    [Fact]
    public void A_gradient_is_laid_out_as_its_values_on_a_scale_of_its_own()
    {
        var view = new TensorView(Tensors.Weights(12, 20), new Dictionary<long, string>());
        var texts = view.Picture!.Marks.OfType<TextMark>().Select(mark => mark.Text).ToArray();
        Assert.Equal(2, texts.Count(text => text.StartsWith("full colour ±", StringComparison.Ordinal)));
        Assert.Contains(view.Picture!.Marks, mark => mark is TextMark { Text: "∇ gradient", Role: Role.Gradient });
        Assert.Equal(2 * 12 * 20, view.Picture.Marks.OfType<CellsMark>().Sum(mark => mark.Places.Count));
    }

    [Fact]
    public void A_count_that_hides_all_others_is_drawn_as_logarithm_and_told()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(number => number % 10 == 0 ? number / 1000.0 : 0)];
        Assert.Contains("   log counts", Text(Tensors.Of("h", [1000], values)));
        Assert.DoesNotContain("log counts", Text(Tensors.Weights(12, 20)));
    }

    [Fact]
    public void Truth_values_and_classes_are_counted()
    {
        Assert.Contains(
            "   true  false   true\ntrue ×2 (66.7%)   false ×1", Text(Tensors.Of("m", [3], [1, 0, 1], DType.Bool)));
        Assert.Contains(
            "classes: −1 ×1   0 ×2   2 ×1", Text(Tensors.Of("k", [4], [0, 2, -1, 0], DType.Int64)));
    }

    [Fact]
    public void A_million_elements_need_fifteen_kilobytes_at_most()
    {
        foreach (int[] shape in new[] { [1000, 1000], [1_000_000], [100, 100, 100], new[] { 10, 10, 10, 10, 10, 10 } })
        {
            var view = new TensorView(Tensors.Weights(shape), new Dictionary<long, string>());
            Assert.InRange(view.ToHtml().Length, 1, 15_000);
        }
    }

    [Fact]
    public void An_empty_tensor_says_so()
    {
        var tensor = Tensors.Of("e", [0, 4], []);
        Assert.Contains("empty: no elements", Text(tensor));
        Assert.DoesNotContain("<img", new TensorView(tensor, new Dictionary<long, string>()).ToHtml());
    }

    [Fact]
    public void Whole_numbers_stand_as_numbers()
    {
        var tensor = Tensors.Of("i", [1, 20], [.. Enumerable.Range(0, 20).Select(value => (double)value)], DType.Int64);
        Assert.True(TensorGrid.ShowsNumbers(tensor));
        Assert.False(TensorGrid.ShowsNumbers(tensor with { DType = DType.Float32 }));
    }

    [Fact]
    public void Truth_values_stand_as_words_where_a_narrow_page_has_room_for_them()
    {
        Assert.True(TensorGrid.ShowsNumbers(Tensors.Of("m", [4, 8], new double[32], DType.Bool)));
        var wide = Tensors.Of("m", [4, 12], new double[48], DType.Bool);
        Assert.False(TensorGrid.ShowsNumbers(wide));
        var view = new TensorView(wide, new Dictionary<long, string>());
        Assert.Empty(view.Picture!.Marks.OfType<TextMark>());
        Assert.Equal(4, view.ToHtml().Split("<li>false, false").Length - 1);
    }

    [Fact]
    public void Where_no_element_is_finite_there_is_no_mean() => Assert.Contains(
        "no finite element   NaN ×2",
        Text(Tensors.Of("n", [2], [double.NaN, double.NaN])));

    private static string Legend(TensorSnapshot tensor) =>
        string.Concat(TensorGrid.Legend(tensor).Select(run => run.Text));

    private static string Text(TensorSnapshot tensor) =>
        new TensorView(tensor, new Dictionary<long, string>()).ToText();
}
