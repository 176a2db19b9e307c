using System.Text.RegularExpressions;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Tests.Scenes;

public class SvgPathTests
{
    [Fact]
    public void A_level_curve_is_a_line() => Assert.Equal(
        "M10,20h30",
        SvgPath.Of([new(10, 20), new(20, 20.2), new(30, 19.8), new(40, 20)], PathShape.Curved));

    [Fact]
    public void A_curve_is_written_in_whole_distances() => Assert.Equal(
        "M10,20c5,0,5-8,12-10",
        SvgPath.Of([new(10.2, 19.9), new(15.1, 20.1), new(15.4, 12.3), new(21.7, 9.6)], PathShape.Curved));

    [Fact]
    public void Rounding_does_not_add_up()
    {
        var points = Enumerable.Range(0, 301).Select(index => new Point(index * 1.4, index * 0.6)).ToArray();
        var numbers = SvgPath.Of(points, PathShape.Curved).Split('c')[1..].Select(curve =>
            curve.Replace("-", ",-").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray());
        Assert.Equal(420, numbers.Sum(curve => curve[4]));
        Assert.Equal(180, numbers.Sum(curve => curve[5]));
    }

    [Fact]
    public void A_line_ends_where_its_head_begins()
    {
        var line = ArrowEnd.Cut([new(0, 0), new(30, 0), new(70, 0), new(100, 0)], PathShape.Curved, 8);
        Assert.Equal(92, line[^1].X, 1);
        Assert.Equal(0, line[^1].Y);
    }

    [Fact]
    public void Curves_shorter_than_a_head_are_passed_over()
    {
        Point[] points = [new(0, 0), new(30, 0), new(60, 50), new(98, 50), new(98, 50), new(98, 50), new(100, 50)];
        var line = ArrowEnd.Cut(points, PathShape.Curved, 8);
        Assert.Equal(4, line.Count);
        Assert.Equal(8, Math.Sqrt(Math.Pow(line[^1].X - 100, 2) + Math.Pow(line[^1].Y - 50, 2)), 1);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(0.6, -0.8)]
    public void A_head_points_as_its_line_does(double x, double y)
    {
        var path = new SvgPath();
        path.Add(new PathMark(Role.Forward, [new(50, 50), new(50 + (40 * x), 50 + (40 * y))], 1.5, Arrow: true));
        var numbers = Numbers(path.Heads);
        Assert.Equal(50 + (40 * x), numbers[0], 1);
        Assert.Equal(50 + (40 * y), numbers[1], 1);

        // From the tip to the middle of the other side.
        var (backX, backY) = (numbers[2] + (numbers[4] / 2), numbers[3] + (numbers[5] / 2));
        Assert.Equal(-8 * x, backX, 0.1);
        Assert.Equal(-8 * y, backY, 0.1);
    }

    [Fact]
    public void A_line_shorter_than_its_head_is_its_head()
    {
        var path = new SvgPath();
        path.Add(new PathMark(Role.Forward, [new(5, 5), new(7, 5)], Arrow: true));
        Assert.Equal("M5,5", path.Lines);
        Assert.StartsWith("M7,5l", path.Heads);
    }

    /// <summary>The tip of the only head, the way to its one corner and on to the other.</summary>
    private static double[] Numbers(string head)
    {
        var level = Regex.Replace(Regex.Replace(head, @"h(-?[\d.]+)", ",$1,0"), @"v(-?[\d.]+)", ",0,$1");
        return [.. Regex.Matches(level, @"-?[\d.]+").Select(match => double.Parse(match.Value))];
    }
}
