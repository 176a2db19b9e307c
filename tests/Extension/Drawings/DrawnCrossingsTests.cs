using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Tests.Drawings;

public class DrawnCrossingsTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(7, 4)]
    public void Each_two_from_either_side_of_a_complete_bipartite_graph_cross_once(int left, int right)
    {
        var sketch = new Sketch();
        int[] starts = [.. Enumerable.Range(0, left).Select(row => sketch.Node(0, 100 * row))];

        // Uneven heights, so that no three lines meet in one point.
        int[] ends = [.. Enumerable.Range(0, right).Select(row => sketch.Node(1000, (110 * row) + (row * row)))];
        foreach (var start in starts)
        {
            foreach (var end in ends)
            {
                sketch.Edge(start, end);
            }
        }

        Assert.Equal(Pairs(left) * Pairs(right), sketch.Crossings);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 15)]
    [InlineData(9, 126)]
    public void Each_four_corners_of_a_polygon_give_one_crossing_of_diagonals(int corners, int expected)
    {
        var sketch = new Sketch();
        int[] nodes = [.. Enumerable.Range(0, corners)
            .Select(corner => (corner + (0.2 * Math.Sin(corner))) * 2 * Math.PI / corners)
            .Select(angle => sketch.Node(500 + (500 * Math.Cos(angle)), 500 + (500 * Math.Sin(angle))))];
        for (var from = 0; from < corners; from++)
        {
            for (var to = from + 1; to < corners; to++)
            {
                sketch.Edge(nodes[from], nodes[to]);
            }
        }

        Assert.Equal(expected, sketch.Crossings);
    }

    [Fact]
    public void Every_row_crosses_every_column()
    {
        var sketch = new Sketch();
        for (var line = 0; line < 12; line++)
        {
            sketch.Line(new(-20, 30 * line), new(1000, 30 * line));
            sketch.Line(new(30 * line, -20), new(30 * line, 1000));
        }

        Assert.Equal(144, sketch.Crossings);
    }

    [Fact]
    public void Two_curves_that_change_places_cross_even_where_both_have_a_point()
    {
        var sketch = new Sketch();
        sketch.Line(Flattening.Line(Bezier.Level([new(0, 0), new(100, 80)])));
        sketch.Line(Flattening.Line(Bezier.Level([new(0, 80), new(100, 0)])));
        sketch.Line(new(-40, 200), new(50, 240), new(140, 280));
        sketch.Line(new(-40, 280), new(50, 240), new(140, 200));
        Assert.Equal(2, sketch.Crossings);
    }

    [Fact]
    public void A_pair_counts_once()
    {
        var sketch = new Sketch();
        sketch.Line(new(0, 0), new(300, 0));
        sketch.Line(new(0, 20), new(100, -20), new(200, 20), new(300, -20));
        Assert.Equal(1, sketch.Crossings);
    }

    [Fact]
    public void Edges_of_one_node_may_meet_there_but_not_further_on()
    {
        var sketch = new Sketch();
        var node = sketch.Node(0, 0);
        sketch.Edge(node, sketch.Node(500, 0));
        sketch.Edge(node, sketch.Node(500, 90), [new(0, 3), new(10, -3), new(30, 50), new(500, 90)]);
        Assert.Equal(0, sketch.Crossings);
        sketch.Edge(node, sketch.Node(500, -90), [new(0, 0), new(100, 20), new(500, -90)]);
        Assert.Equal(1, sketch.Crossings);
    }

    [Fact]
    public void The_grid_finds_what_comparing_all_with_all_finds()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var size = seed % 2 == 0 ? 60 : 2000;
            var sketch = new Sketch();
            var lines = new List<(Point From, Point To)>();
            for (var line = 0; line < 60; line++)
            {
                var from = new Point(random.Next(1000), random.Next(1000));
                var to = new Point(from.X + random.Next(-size, size), from.Y + random.Next(-size, size));
                lines.Add((from, to));
                sketch.Line(from, new Point((from.X + to.X) / 2, (from.Y + to.Y) / 2), to);
            }

            Assert.Equal(CrossingPairs(lines), sketch.Crossings);
        }
    }

    // By areas of triangles in whole numbers; where one is 0, the lines only touch, and neither answer is wrong.
    private static int CrossingPairs(List<(Point From, Point To)> lines)
    {
        var pairs = 0;
        for (var first = 0; first < lines.Count; first++)
        {
            for (var second = first + 1; second < lines.Count; second++)
            {
                var (a, b) = (lines[first], lines[second]);
                pairs += Area(a.From, a.To, b.From) * Area(a.From, a.To, b.To) < 0
                    && Area(b.From, b.To, a.From) * Area(b.From, b.To, a.To) < 0 ? 1 : 0;
            }
        }

        return pairs;
    }

    private static int Area(Point a, Point b, Point c) => Math.Sign(
        (((long)b.X - (long)a.X) * ((long)c.Y - (long)a.Y)) - (((long)b.Y - (long)a.Y) * ((long)c.X - (long)a.X)));

    private static int Pairs(int count) => count * (count - 1) / 2;
}
