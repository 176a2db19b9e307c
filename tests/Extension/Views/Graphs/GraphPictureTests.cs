using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class GraphPictureTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void Twenty_nodes_take_at_most_fifteen_kilobytes() =>
        Assert.InRange(Bytes(Graphs.Residual(4)), 1, 15_000);

    [Fact]
    public void Sixty_nodes_take_at_most_thirty_seven_kilobytes() =>
        Assert.InRange(Bytes(LargeGraphs.Layers(11, modules: true)), 1, 37_000);

    [Theory]
    [InlineData(GraphDirection.Automatic, false)]
    [InlineData(GraphDirection.Right, true)]
    [InlineData(GraphDirection.Down, false)]
    public void A_long_graph_leads_where_its_author_wants(GraphDirection direction, bool isWide)
    {
        var scene = GraphPicture.Of(new GraphReading(Graphs.Chain(30) with { Direction = direction }, NoNames)).Scene;
        Assert.Equal(isWide, scene.Width > scene.Height);
    }

    [Fact]
    public void A_fold_is_a_stack_with_its_count_and_its_shapes()
    {
        var card = Cards(LargeGraphs.Layers(200, modules: true)).Single(card => Texts(card).Contains("600 operations"));
        Assert.Equal(3, card.Marks.OfType<BoxMark>().Count());
        Assert.StartsWith("layer ×200", Texts(card).First());
        Assert.Contains("[4, 8]", Texts(card));
    }

    [Fact]
    public void A_fold_tells_the_norm_that_it_passes_on_and_the_one_that_arrives()
    {
        var reading = new GraphReading(LargeGraphs.Recurrent(40), NoNames);
        var fold = reading.Nodes.Single(node => node.Fold is not null);
        var passed = fold.Operands.Where(edge => edge.CarriesGradient)
            .Sum(edge => Math.Pow(edge.From.Node.Gradient!.Norm, 2));
        Assert.Contains(
            $"∇ ‖{NumberText.Short(Math.Sqrt(passed))}‖ ← ‖{NumberText.Short(fold.Node.Gradient!.Norm)}‖",
            GraphPicture.Of(reading).Scene.Marks.OfType<GroupMark>().SelectMany(Texts));
    }

    [Fact]
    public void Every_kind_of_node_has_a_shape_of_its_own()
    {
        var boxes = Cards(Graphs.Square()).Select(card => card.Marks.OfType<BoxMark>().Single());
        var bars = Drawn(Graphs.Square()).Scene.Marks.OfType<PathMark>().Where(mark => mark.Role == Role.Parameter);

        // Parameter: a heavy left side. Constant: dashed, with corners. Operation: round. Root: inverted.
        Assert.Equal(
            [(Role.Parameter, 2), (Role.Operation, 10), (Role.Constant, 2), (Role.Root, 10)],
            boxes.Select(box => (box.Role, box.Radius)).Distinct());
        Assert.Equal(
            boxes.Where(box => box.Role == Role.Parameter).Select(box => box.X),
            bars.Select(bar => bar.Points[0].X - 2));
    }

    [Fact]
    public void A_tensor_s_gradient_has_a_bar_on_the_scale_of_the_picture()
    {
        var reading = new GraphReading(Graphs.Perceptron(), NoNames);
        var scale = new GradientScale(reading);
        var bars = GraphPicture.Of(reading).Scene.Marks.OfType<PathMark>().Where(mark => !mark.Arrow).ToArray();
        var tracks = bars.Where(bar => bar.Role == Role.Mute).ToDictionary(bar => bar.Points[0], Length);
        var parts = bars.Where(bar => bar.Role == Role.Gradient)
            .Select(bar => Length(bar) / tracks[bar.Points[0]])
            .Order().ToArray();
        var expected = reading.Nodes
            .Where(node => node.Node.Gradient is { Count: > 1 })
            .Select(node => scale.Part(node.Node.Gradient!.Norm)!.Value)
            .Order().ToArray();
        Assert.Equal(expected.Length, parts.Length);
        Assert.All(expected.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 0.03));
    }

    [Fact]
    public void A_gradient_that_is_not_finite_has_a_dashed_bar()
    {
        var graph = Graphs.Perceptron();
        var odd = Summaries.Of(1, double.NaN);
        var nodes = graph.Nodes.Select(node => node.Name == "W1" ? node with { Gradient = odd } : node);
        var marks = Drawn(graph with { Nodes = [.. nodes] }).Scene.Marks.OfType<PathMark>();
        Assert.Single(marks, mark => mark is { Arrow: false, Dashed: true });
    }

    [Theory]
    [InlineData(DType.Bool, new[] { 1.0, 0, 0, 1 }, "50% true")]
    [InlineData(DType.Bool, new[] { 1.0 }, "true")]
    [InlineData(DType.Int64, new[] { 3.0, 0, 9, 1 }, "0…9 int64")]
    [InlineData(DType.Int64, new[] { 7.0 }, "7")]
    [InlineData(DType.Float32, new[] { 1.0, 3.0 }, "2 ± 1")]
    public void A_value_is_told_as_its_type_is_meant(DType type, double[] values, string text) =>
        Assert.Equal(text, ValueText.Of(Summaries.Of(values), type));

    [Fact]
    public void What_earlier_passes_left_in_a_leaf_is_told()
    {
        var graph = Graphs.Square();
        var nodes = graph.Nodes.Select(node => node.Name == "x" ? node with { Gathered = Summaries.Of(48) } : node);
        Assert.Contains("gathered 48", Cards(graph with { Nodes = [.. nodes] }).SelectMany(Texts));
    }

    [Fact]
    public void Lanes_start_and_end_at_the_boxes_that_they_join()
    {
        var reading = new GraphReading(LargeGraphs.Transformer(1), NoNames);
        var drawing = GraphPicture.Of(reading);
        foreach (var (edge, way) in reading.Edges.Zip(drawing.Edges))
        {
            Assert.True(Touches(drawing, reading, edge.To, way[0]), "from the operation");
            Assert.True(Touches(drawing, reading, edge.From, way[^1]), "to the operand");
        }
    }

    [Fact]
    public void Modules_of_a_small_graph_are_frames()
    {
        var reading = new GraphReading(LargeGraphs.Layers(6, modules: true), NoNames);
        Assert.Equal(6, reading.Frames.Count);

        // Two weights and three operations; the first layer alone uses the data, which stands in its frame, too.
        Assert.Equal([6, 5, 5, 5, 5, 5], reading.Frames.Select(frame => frame.Nodes.Count));
        Assert.Equal(31, reading.Frames.SelectMany(frame => frame.Nodes).Distinct().Count());
    }

    private static bool Touches(GraphDrawing drawing, GraphReading reading, ReadNode node, NotebookGrad.Layouts.Point point)
    {
        const double slack = 1.5;
        var area = drawing.Nodes[reading.Nodes.Index().First(pair => ReferenceEquals(pair.Item, node)).Index];
        return point.X >= area.X - slack && point.X <= area.X + area.Width + slack
            && point.Y >= area.Y - slack && point.Y <= area.Y + area.Height + slack;
    }

    private static double Length(PathMark bar) => bar.Points[1].X - bar.Points[0].X;

    private static GraphDrawing Drawn(GraphSnapshot graph) => GraphPicture.Of(new GraphReading(graph, NoNames));

    private static IEnumerable<GroupMark> Cards(GraphSnapshot graph) => Drawn(graph).Scene.Marks.OfType<GroupMark>();

    private static IEnumerable<string> Texts(GroupMark card) => card.Marks.OfType<TextMark>().Select(text => text.Text);

    // As a page embeds it: what is told on pointing stands beside the image.
    private static int Bytes(GraphSnapshot graph)
    {
        var scene = Drawn(graph).Scene;
        var bare = scene with
        {
            Marks = [.. scene.Marks.Select(mark => mark is GroupMark card ? card with { Tooltip = null } : mark)],
        };
        return DataUri.OfSvg(SvgWriter.Write(bare)).Length;
    }
}
