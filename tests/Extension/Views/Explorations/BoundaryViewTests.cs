using NotebookGrad.Exploration;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class BoundaryViewTests
{
    private static readonly Tensor Points = Tensor.Of(new[,] { { -1.0, -1 }, { -1, 1 }, { 1, -1 }, { 1, 1 } });

    [Fact]
    public void In_characters_classes_are_signs_and_what_is_wrong_is_crossed()
    {
        var text = new BoundaryView(Sides(0, 0, 1, 0)).ToText();
        Assert.StartsWith("decision boundary: 2 classes · 3 of 4 points right\n0000", text);
        Assert.EndsWith("left: 51% of the plane, 2 of 3 points right\nright: 49% of the plane, 1 of 1 point right", text);
        Assert.Equal(2, text.Count(sign => sign == '×'));
    }

    [Fact]
    public void The_boundary_is_a_straight_line_in_the_middle_and_regions_are_in_the_colours_of_the_classes()
    {
        var marks = new BoundaryView(Sides(0, 0, 1, 1)).Picture!.Marks;
        var areas = marks.OfType<AreaMark>().ToArray();
        Assert.Equal(
            [Role.Kind1, Role.Kind1, Role.Kind1, Role.Kind2, Role.Kind2, Role.Kind2], areas.Select(area => area.Role));
        var line = marks.OfType<PathMark>().Single(path => path.Points.Count > 10).Points;
        var (left, right) = (Ends(areas[0]).Least, Ends(areas[3]).Greatest);
        Assert.All(line, point => Assert.Equal((left + right) / 2, point.X, 1e-6));

        // Three quarters sure at logit ln 3 of 5x, which is a share of 2.32 to each side.
        Assert.Equal(Math.Log(3) / 5 / 2.32 * (right - left), Ends(areas[4]).Least - ((left + right) / 2), 0.5);
    }

    [Fact]
    public void Kinds_differ_in_colour_or_shape()
    {
        var looks = Enumerable.Range(0, 24).Select(kind => (KindSigns.Colour(kind), KindSigns.Shape(kind))).ToArray();
        Assert.Distinct(looks);
        Assert.Equal(4, looks.Take(4).Select(look => look.Item2).Distinct().Count());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void A_wild_plane_takes_bounded_room(int classes)
    {
        var view = new BoundaryView(Explorations.Noise(61, 20_000, classes));
        Assert.InRange(view.ToHtml().Length, 10_000, 60_000);
        Assert.InRange(SvgWriter.Write(view.Picture!).Length, 10_000, 60_000);
    }

    [Fact]
    public void Where_no_class_of_many_is_likely_no_colour_is_strong()
    {
        var row = Enumerable.Range(0, 9).Select(one => new Decision(one, Probability: 0.2, RunnerUp: 0.15)).ToArray();
        double[] axis = [.. Enumerable.Range(0, 9)];
        var boundary = new DecisionBoundary(
            axis, axis, [.. axis.Select(_ => row)], [], [.. axis.Select(one => $"class {one}")]);
        var areas = new BoundaryView(boundary).Picture!.Marks.OfType<AreaMark>();
        Assert.Equal(Enumerable.Range(0, 9).Select(KindSigns.Colour), areas.Select(area => area.Role));
    }

    private static DecisionBoundary Sides(params long[] labels) =>
        Explore.DecisionBoundary(points => 5 * points[.., 0], Points, Tensor.Of(labels), ["left", "right"]);

    private static (double Least, double Greatest) Ends(AreaMark area)
    {
        double[] places = [.. area.Rings.SelectMany(ring => ring.Select(point => point.X))];
        return (places.Min(), places.Max());
    }
}
