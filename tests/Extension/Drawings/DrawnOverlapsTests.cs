using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Drawings;

public class DrawnOverlapsTests
{
    [Fact]
    public void Nodes_that_touch_do_not_overlap()
    {
        var sketch = new Sketch();
        sketch.Node(new LayoutArea(0, 0, 50, 50));
        sketch.Node(new LayoutArea(50, 0, 50, 50));
        Assert.Equal(0, sketch.Overlaps.Total);
    }

    [Fact]
    public void Two_nodes_upon_each_other_are_one_overlap()
    {
        var sketch = new Sketch();
        sketch.Node(new LayoutArea(0, 0, 50, 50));
        sketch.Node(new LayoutArea(40, 40, 50, 50));
        sketch.Node(new LayoutArea(200, 0, 50, 50));
        Assert.Equal((1, 0, 0), Counts(sketch));
    }

    [Fact]
    public void An_edge_overlaps_nodes_that_it_passes_through_but_not_its_own()
    {
        var sketch = new Sketch();
        var (from, to) = (sketch.Node(new LayoutArea(0, 0, 50, 50)), sketch.Node(new LayoutArea(300, 0, 50, 50)));
        sketch.Edge(from, to);
        Assert.Equal((0, 0, 0), Counts(sketch));
        sketch.Node(new LayoutArea(100, 0, 50, 50));
        sketch.Node(new LayoutArea(200, 24, 50, 50));
        sketch.Node(new LayoutArea(200, -100, 50, 50));
        Assert.Equal((0, 0, 2), Counts(sketch));
    }

    [Fact]
    public void A_slanted_edge_misses_a_node_at_its_bend()
    {
        var sketch = new Sketch();
        sketch.Line(new Point(0, 0), new Point(100, 100), new Point(200, 0));
        sketch.Node(new LayoutArea(60, 0, 80, 38));
        Assert.Equal((0, 0, 0), Counts(sketch));
        sketch.Node(new LayoutArea(60, 50, 80, 38));
        Assert.Equal((0, 0, 1), Counts(sketch));
    }

    [Fact]
    public void A_label_lies_on_its_own_edge_alone()
    {
        var sketch = new Sketch();
        var (from, to) = (sketch.Node(0, 0), sketch.Node(300, 0));
        sketch.Edge(from, to, new LayoutArea(100, -10, 60, 20));
        Assert.Equal((0, 0, 0), Counts(sketch));
        sketch.Line(new Point(130, -100), new Point(130, 100));
        sketch.Node(new LayoutArea(155, 5, 50, 50));
        sketch.Edge(from, to, [new Point(0, 0), new Point(90, 60), new Point(300, 0)], new LayoutArea(90, 5, 30, 20));
        Assert.Equal((0, 3, 1), Counts(sketch));
    }

    private static (int Nodes, int Labels, int Edges) Counts(Sketch sketch) =>
        (sketch.Overlaps.Nodes, sketch.Overlaps.Labels, sketch.Overlaps.Edges);
}
