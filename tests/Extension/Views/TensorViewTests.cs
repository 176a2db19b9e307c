using NotebookGrad.Inspection;
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
        mean −0.125   deviation 1.139   min −2   max 1   zeros 1   NaN ×1   ±∞ ×1
        """,
        Text(Tensors.Of("w", [2, 3], [1, -2, 0, double.NaN, 0.5, double.PositiveInfinity])));

    [Fact]
    public void A_number_stands_alone_with_its_gradient() => Assert.Equal(
        """
        tensor: scalar float32 · cpu · requires grad · leaf
        3.25
        ∇ −0.5
        """,
        Text(Tensors.Of(null, [], [3.25], gradient: Summaries.Of(-0.5))));

    [Fact]
    public void What_is_cut_off_is_told()
    {
        var text = Text(Tensors.Of("x", [20, 30], Summaries.Numbers([20, 30], 1)));
        Assert.Contains("first 16 of 20 rows, 24 of 30 columns", text);
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
    public void Where_no_element_is_finite_there_is_no_mean() => Assert.Contains(
        "no finite element   NaN ×2",
        Text(Tensors.Of("n", [2], [double.NaN, double.NaN])));

    private static string Text(TensorSnapshot tensor) =>
        new TensorView(tensor, new Dictionary<long, string>()).ToText();
}
