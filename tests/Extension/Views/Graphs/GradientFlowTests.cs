using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class GradientFlowTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void A_repetition_tells_what_arrives_at_each_of_its_units()
    {
        var graph = Deep(20, hidden => hidden.Sigmoid());
        var fold = new GraphReading(graph, NoNames).Nodes.Single(node => node.Fold is { Repeats: 20 });
        double[] norms = [.. fold.Fold!.Gradients.Select(gradient => gradient.Norm)];
        Assert.Equal(20, norms.Length);
        Assert.Equal(norms.Order(), norms);
        Assert.True(norms[0] < 1e-9 * norms[^1]);
        var sigmoids = graph.Nodes.Where(node => node.Operation == "sigmoid").Select(node => node.Gradient!.Norm);
        Assert.Equal(sigmoids, norms);
    }

    [Fact]
    public void Its_card_has_a_bar_for_each_on_a_log_scale_and_the_ends_in_words()
    {
        var view = new GraphView(Deep(20, hidden => hidden.Sigmoid()), NoNames);
        var bars = Marks(view.Picture.Marks).OfType<BarsMark>().Single();
        Assert.Equal(20, bars.Tops.Count);
        Assert.Equal(bars.Tops.Select(top => top.Y).OrderDescending(), bars.Tops.Select(top => top.Y));
        Assert.Matches("∇ ‖\\S+e-\\d+‖ … ‖0\\.\\d+‖", view.ToText());
        Assert.Contains("∇ within, first to last: ‖", view.ToHtml());
        Assert.Contains("gradients in a fold, first to last", view.ToHtml());
    }

    [Fact]
    public void What_is_not_finite_in_a_repetition_is_dark_and_zeros_have_no_bar()
    {
        // Behind the tenth layer all is NaN; with a product by 0 instead, all is zero.
        var nan = Deep(20, hidden => hidden.Tanh(), Broken(double.NaN));
        var zero = Deep(20, hidden => hidden.Tanh(), Broken(0));
        var dark = Marks(new GraphView(nan, NoNames).Picture.Marks).OfType<BarsMark>().ToArray();
        Assert.Equal([(Role.Gradient, 10), (Role.Warning, 10)], dark.Select(bars => (bars.Role, bars.Tops.Count)));
        var few = Marks(new GraphView(zero, NoNames).Picture.Marks).OfType<BarsMark>().Single();
        Assert.Equal(10, few.Tops.Count);

        static Func<GraphNode, int, GraphNode> Broken(double factor) => (node, layer) => layer >= 10 ? node : node with
        {
            Gradient = node.Gradient! with { Norm = factor == 0 ? 0 : 1, NaNs = factor == 0 ? 0 : 3 },
        };
    }

    [Fact]
    public void Where_a_gradient_is_zero_or_not_finite_its_way_is_dark_and_dashed()
    {
        var x = Tensor.Of([1.0, 2], requiresGrad: true).Named("x");
        AssertWays((x * 0).Sum(), broken: 1, whole: 1);
        AssertWays((x - x.Detach()).Sqrt().Sum(), broken: 2, whole: 1);
        AssertWays((x * 2).Sum(), broken: 0, whole: 2);
    }

    private static void AssertWays(Tensor loss, int broken, int whole)
    {
        loss.Backward();
        var view = new GraphView(loss.Graph(), NoNames);
        var ways = view.Picture.Marks.OfType<PathMark>().Where(path => path.Arrow).ToArray();
        Assert.Equal(broken, ways.Count(way => way is { Role: Role.Warning, Dashed: true }));
        Assert.Equal(whole, ways.Count(way => way is { Role: Role.Gradient, Dashed: false }));
        Assert.Equal(broken > 0, view.ToHtml().Contains("⇠ gradient 0, NaN or ∞"));
    }

    /// <summary>A network of equal layers after its backward pass, with other gradients behind its functions.</summary>
    private static GraphSnapshot Deep(
        int layers, Func<Tensor, Tensor> function, Func<GraphNode, int, GraphNode>? change = null)
    {
        var generator = new Generator(1);
        var hidden = Tensor.Randn([4, 8], generator: generator).Named("x");
        for (var layer = 0; layer < layers; layer++)
        {
            var weight = Tensor.Randn([8, 8], generator: generator, requiresGrad: true);
            hidden = function(hidden.MatMul(weight) * 0.3);
        }

        var loss = hidden.Square().Mean();
        loss.Backward();
        var graph = loss.Graph();
        var number = 0;
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(node =>
                change is null || node.Operation != "tanh" ? node : change(node, number++))],
        };
    }

    private static IEnumerable<Mark> Marks(IEnumerable<Mark> marks) =>
        marks.SelectMany(mark => mark is GroupMark group ? Marks(group.Marks) : [mark]);
}
