using NotebookGrad.Layouts;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ContoursTests
{
    [Fact]
    public void A_circle_is_one_ring_with_its_area_and_its_radius()
    {
        var rings = Contours.Rings((column, row) => -Length(column - 20, row - 20), 41, 41, -12.3);
        var points = Assert.Single(rings).Select(point => point.Place).ToArray();
        Assert.All(points, point => Assert.Equal(12.3, Length(point.X - 20, point.Y - 20), 0.02));
        Assert.Equal(Math.PI * 12.3 * 12.3, Math.Abs(Area(points)), 1.0);
        Assert.Equal(points.Length + 1, Assert.Single(Contours.Lines(rings)).Count);
    }

    [Fact]
    public void A_hole_is_turned_the_other_way()
    {
        var rings = Contours.Rings((column, row) => -Math.Abs(Length(column - 20, row - 20) - 10), 41, 41, -4);
        var areas = rings.Select(ring => Area([.. ring.Select(point => point.Place)])).Order().ToArray();
        Assert.Equal(2, areas.Length);
        Assert.True(areas[0] * areas[1] < 0);
        Assert.Equal(Math.PI * ((14 * 14) - (6 * 6)), Math.Abs(areas.Sum()), 4.0);
    }

    [Fact]
    public void A_line_ends_at_the_border_and_the_area_goes_along_it()
    {
        var rings = Contours.Rings((column, _) => column, 5, 4, 1.25);
        Assert.Equal(2.75 * 3, Math.Abs(Area([.. Assert.Single(rings).Select(point => point.Place)])), 1e-12);
        var line = Assert.Single(Contours.Lines(rings));
        Assert.All(line, point => Assert.Equal(1.25, point.X));
        Assert.Equal([0, 1, 2, 3], line.Select(point => point.Y).Order());
    }

    [Fact]
    public void Everything_and_nothing_have_no_line()
    {
        var all = Contours.Rings((_, _) => 1, 4, 3, 0);
        Assert.Equal(6, Math.Abs(Area([.. Assert.Single(all).Select(point => point.Place)])));
        Assert.Empty(Contours.Lines(all));
        Assert.Empty(Contours.Rings((_, _) => 1, 4, 3, 2));
        Assert.Empty(Contours.Rings((_, _) => double.NaN, 4, 3, 0));
        Assert.Empty(Contours.Rings((_, _) => double.PositiveInfinity, 4, 3, 0));
    }

    [Fact]
    public void Around_what_is_not_known_there_is_an_edge_and_no_line()
    {
        double Field(int column, int row) => column == 2 && row == 2 ? double.NaN : 1;
        var rings = Contours.Rings(Field, 5, 5, 0);
        Assert.Equal(2, rings.Count);
        Assert.Empty(Contours.Lines(rings));
        Assert.Equal(16 - 2, Math.Abs(rings.Sum(ring => Area([.. ring.Select(point => point.Place)]))));
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.6, 2)]
    public void On_a_chessboard_corners_are_parted_or_joined_by_the_middle(double level, int count)
    {
        // Two opposite corners of a cell are 1; its middle is 0.5.
        var rings = Contours.Rings((column, row) => column == row ? 1 : 0, 2, 2, level);
        Assert.Equal(count, rings.Count);
    }

    [Fact]
    public void Random_numbers_give_closed_rings_that_meet_the_level_and_nothing_is_counted_twice()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, 144).Select(_ => random.NextDouble()).ToArray();
            var above = Contours.Rings((column, row) => values[(row * 12) + column], 12, 12, 0.5);
            var below = Contours.Rings((column, row) => -values[(row * 12) + column], 12, 12, -0.5);
            double Sum(IEnumerable<IReadOnlyList<ContourPoint>> rings) =>
                rings.Sum(ring => Area([.. ring.Select(point => point.Place)]));

            // What is above and what is below share no place and leave none out.
            Assert.Equal(121, Math.Abs(Sum(above)) + Math.Abs(Sum(below)), 1e-9);
            Assert.All(above, ring => Assert.All(ring, point => Assert.InRange(point.Place.X, 0, 11)));
        }
    }

    [Theory]
    [InlineData(double.MaxValue, double.MinValue, 0)]
    [InlineData(double.Epsilon, 0, double.Epsilon)]
    public void Extreme_numbers_have_a_finite_place(double high, double low, double level) => Assert.All(
        Contours.Rings((column, _) => column == 1 ? high : low, 3, 3, level).SelectMany(ring => ring),
        point => Assert.InRange(point.Place.X, 0, 2));

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static double Area(Point[] ring) => ring.Select((point, i) =>
        ((point.X * ring[(i + 1) % ring.Length].Y) - (ring[(i + 1) % ring.Length].X * point.Y)) / 2).Sum();
}
