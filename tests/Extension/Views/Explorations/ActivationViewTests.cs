using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ActivationViewTests
{
    [Fact]
    public void A_function_is_told_by_its_derivative() => Assert.EndsWith(
        "tanh: |f′| is at most 1, at x = 0; through 10 layers at most 1 of a gradient is left; "
            + "saturated: x ≤ −2.18, x ≥ 2.18",
        ViewOf.Thing(Explore.Activation(x => x.Tanh())).ToText());

    [Fact]
    public void Values_are_blue_derivatives_orange_and_what_is_saturated_is_grey()
    {
        var marks = ViewOf.Thing(Explore.Activation(x => x.Sigmoid())).Picture!.Marks;
        var lines = marks.OfType<PathMark>().Where(path => path.Points.Count > 10).ToArray();
        Assert.Equal([Role.Parameter, Role.Gradient], lines.Select(line => line.Role));
        Assert.Equal(2, marks.OfType<BoxMark>().Count(box => box.Role == Role.Guide));

        // At 0.25 of an axis from 0 to 1, in the middle.
        var (floor, top) = (lines[0].Points.Max(point => point.Y), lines[0].Points.Min(point => point.Y));
        Assert.Equal(0.25, (floor - lines[1].Points.Min(point => point.Y)) / (floor - top), 0.01);
    }

    [Fact]
    public void Many_functions_take_bounded_room()
    {
        var view = new ActivationView(Explorations.Many(50, 5000));
        Assert.InRange(view.ToHtml().Length, 10_000, 60_000);
        Assert.InRange(SvgWriter.Write(view.Picture!).Length, 10_000, 60_000);
        Assert.Contains("9 of 50 functions", view.ToText());
    }
}
