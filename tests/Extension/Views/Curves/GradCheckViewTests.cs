using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class GradCheckViewTests
{
    [Fact]
    public void A_wrong_derivative_is_told_with_both_numbers_and_what_is_tolerated()
    {
        var wrong = Autograd.Function("wrong", x => x * x, slope: (x, _) => 3 * x);
        var report = Autograd.GradCheck(wrong, Tensor.Of(2.0));
        var text = System.Text.RegularExpressions.Regex.Replace(
            new GradCheckView(report).ToText(), "(?<=differences +)[0-9.]+|(?<=apart )[0-9.]+", "N");
        Assert.Equal(
            """
            gradcheck: ✗ failed · 2 derivatives · 2 differ · step 1e-6
            wrong derivative: the function is smooth there, so that the derivative of one of its operations is wrong.
            worst: ∂output0[]/∂input0[]
              by reverse mode    6
              by differences     N
              apart N, where 0.00401 is tolerated
            """,
            text);
    }

    [Fact]
    public void Numbers_that_differ_look_different()
    {
        var text = new GradCheckView(Reports.Of(GradCheckDiagnosis.WrongDerivative, (-1.0000001, -1))).ToText();
        Assert.Contains("reverse mode    −1.0000001\n", text);
        Assert.Contains("differences     −1\n", text);
    }

    [Fact]
    public void What_agrees_lies_on_the_diagonal_and_what_differs_is_marked_otherwise()
    {
        var view = new GradCheckView(Reports.Of(GradCheckDiagnosis.WrongDerivative, (9, 4), (2, 2), (-3, -3)));
        var marks = view.Picture!.Marks;
        var diagonal = marks.OfType<PathMark>().First(path => path.Dashed).Points;
        var dots = marks.OfType<CellsMark>().First(cells => cells is { Shape: CellShape.Disc, Places.Count: 2 });
        foreach (var (x, y) in dots.Places)
        {
            var (across, down) = (x + (dots.Side / 2) - diagonal[0].X, y + (dots.Side / 2) - diagonal[0].Y);
            Assert.Equal(0, across + down, 1e-9);
        }

        var square = Assert.Single(marks.OfType<CellsMark>().First(cells => cells.Shape == CellShape.Square).Places);
        var ring = marks.OfType<BoxMark>().First();
        Assert.InRange(square.X, ring.X, ring.X + ring.Width);
        Assert.InRange(square.Y, ring.Y, ring.Y + ring.Height);
        Assert.True(square.X - diagonal[0].X < diagonal[0].Y - square.Y, "9 by the engine against 4 lies above");
    }

    [Fact]
    public void What_is_not_finite_is_counted_where_it_cannot_be_drawn()
    {
        var view = new GradCheckView(Reports.Of(GradCheckDiagnosis.NotFinite, (double.NaN, 1), (1, 1)));
        Assert.Contains(view.Picture!.Marks.OfType<TextMark>(), text => text.Text == "1 not finite");
        Assert.Single(view.Picture.Marks.OfType<CellsMark>().First().Places);
        Assert.Contains("apart NaN", view.ToText());
    }

    [Fact]
    public void Very_many_derivatives_make_no_large_picture() =>
        Assert.InRange(new GradCheckView(Reports.Large(100_000)).ToHtml().Length, 1000, 100_000);

    [Fact]
    public void Where_nothing_could_be_compared_there_are_words_alone()
    {
        var view = new GradCheckView(Reports.Of(GradCheckDiagnosis.NonDeterminism));
        Assert.Null(view.Picture);
        Assert.Equal(
            "gradcheck: ✗ failed · 0 derivatives · step 1e-6\nnot deterministic: what it means", view.ToText());
    }
}
