using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class DifferenceViewTests
{
    private static readonly Dictionary<long, string> NoNames = [];
    private static readonly Tensor X = Tensor.Ones([5, 3]).Named("x");
    private static readonly Tensor W = Tensor.Ones([3, 4], requiresGrad: true).Named("W");

    [Fact]
    public void A_replaced_operation_is_told_with_both_names_and_the_shape() => Assert.Equal(
        ["~ act: tanh → relu [5, 4]"],
        Words(X.MatMul(W).Tanh().Named("act").Sum(), X.MatMul(W).Relu().Named("act").Sum()));

    [Fact]
    public void Changes_of_every_kind_have_words()
    {
        Assert.Equal(["~ pow: a³ → a⁴ [5, 4]"], Words(X.MatMul(W).Pow(3).Sum(), X.MatMul(W).Pow(4).Sum()));
        Assert.Equal(["+ relu [5, 4]"], Words(X.MatMul(W).Sum(), X.MatMul(W).Relu().Sum()));
        Assert.Equal(["− relu [5, 4]"], Words(X.MatMul(W).Relu().Sum(), X.MatMul(W).Sum()));
        var (a, b) = (W.Exp().Named("a"), W.Sin().Named("b"));
        Assert.Equal(["~ sub: operands in another order [3, 4]"], Words(a - b, b - a));
        Assert.Equal(
            ["~ c: constant → parameter [4]"],
            Words(W * Tensor.Ones([4]).Named("c"), W * Tensor.Ones([4], requiresGrad: true).Named("c")));
        Assert.Equal(
            ["~ V: [3, 4] → [3, 8]", "~ exp: [3, 4] → [3, 8]"],
            Words(Named("V", [3, 4], DType.Float32).Exp().Sum(), Named("V", [3, 8], DType.Float32).Exp().Sum()));
        Assert.Equal(
            ["~ p: float32 [2] → float64 [2]", "~ exp: float32 [2] → float64 [2]"],
            Words(Named("p", [2], DType.Float32).Exp(), Named("p", [2], DType.Float64).Exp()));
        var m = X.MatMul(W).Named("m");
        Assert.Equal(
            ["~ cat: [15, 4] → [10, 4]", "− edge m → cat"],
            Words(Tensor.Cat([m, m.Exp(), m]).Sum(), Tensor.Cat([m, m.Exp()]).Sum()));
    }

    [Fact]
    public void The_picture_marks_what_came_and_went_by_sign_and_dash()
    {
        var difference = Graph.Difference(
            X.MatMul(W).Relu().Abs().Sum().Graph(), X.MatMul(W).Relu().Sum().Exp().Graph());
        var scene = new DifferenceView(difference, NoNames).Picture;
        var badges = Marks(scene.Marks).OfType<GroupMark>().Where(group => group.Marks is [BoxMark { Width: 16 }, TextMark])
            .Select(group => ((TextMark)group.Marks[1]).Text);
        Assert.Equal(["+", "−"], badges.Order(StringComparer.Ordinal));
        Assert.Contains(Marks(scene.Marks).OfType<PathMark>(), path => path is { Role: Role.Warning, Dashed: true, Arrow: true });
        Assert.Contains(Marks(scene.Marks).OfType<PathMark>(), path => path is { Role: Role.Warning, Dashed: false, Arrow: true });
    }

    [Fact]
    public void Text_shows_what_changed_with_its_neighbours_only()
    {
        Tensor Chain(bool longer)
        {
            var y = X.MatMul(W);
            for (var step = 0; step < 20; step++)
            {
                y = step == 10 && longer ? y.Tanh().Sin() : y.Tanh();
            }

            return y.Sum();
        }

        var lines = new DifferenceView(Graph.Difference(Chain(false).Graph(), Chain(true).Graph()), NoNames).ToText().Split('\n');
        Assert.Equal("difference of two graphs: 1 node added", lines[0]);
        Assert.StartsWith("+ sin [5, 4]", lines[1]);
        Assert.Equal(2, lines.Count(line => line.Contains(" unchanged")));
        Assert.Single(lines, line => line.StartsWith("  +"));
    }

    [Fact]
    public void Numbers_that_moved_are_counted_apart()
    {
        var text = new DifferenceView(
            Graph.Difference(Named("q", [2], DType.Float32).Exp().Graph(), (Named("q", [2], DType.Float32) * 1).Exp().Graph()), NoNames).ToText();
        Assert.StartsWith("difference of two graphs: 2 nodes added", text);
        var w = Tensor.Ones([2], requiresGrad: true).Named("w");
        var before = w.Exp().Graph();
        w.Detach().Add_(1);
        Assert.StartsWith(
            "difference of two graphs: the graphs have the same form\n2 values moved",
            new DifferenceView(Graph.Difference(before, w.Exp().Graph()), NoNames).ToText());
    }

    private static Tensor Named(string name, int[] shape, DType dtype) =>
        Tensor.Ones(shape, requiresGrad: true, dtype: dtype).Named(name);

    private static string[] Words(Tensor before, Tensor after) =>
        [.. new DifferenceWords(Graph.Difference(before.Graph(), after.Graph()), NoNames).Lines().Select(line => line.Split(" (")[0])];

    private static IEnumerable<Mark> Marks(IEnumerable<Mark> marks) =>
        marks.SelectMany(mark => mark is GroupMark group ? Marks(group.Marks).Prepend(group) : [mark]);
}
