using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ChainRuleTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void The_square_of_a_difference_goes_back_step_by_step() => Assert.Equal(
        [
            "∂loss/∂loss = 1",
            "∂loss/∂(y − target) = ∂loss/∂loss · 2·(y − target) = 1 · 2·4 = 8",
            "∂loss/∂y = ∂loss/∂(y − target) · 1 = 8 · 1 = 8",
            "∂loss/∂x = ∂loss/∂y · w = 8 · 3 = 24",
            "∂loss/∂w = ∂loss/∂y · x = 8 · 2 = 16",
        ],
        Told(Graphs.Square()));

    [Fact]
    public void Where_a_value_fans_out_its_contributions_are_summed_when_the_last_is_there() => Assert.Equal(
        [
            "∂z/∂z = 1",
            "∂z/∂a = ∂z/∂z · b = 1 · 2 = 2",
            "∂z/∂b = ∂z/∂z · a = 1 · 8 = 8",
            "∂z/∂x via b = ∂z/∂b · 1 = 8 · 1 = 8",
            "∂z/∂y via b = ∂z/∂b · (−1) = 8 · (−1) = −8",
            "∂z/∂x via a = ∂z/∂a · 1 = 2 · 1 = 2",
            "∂z/∂x = 2 + 8 = 10",
            "∂z/∂y via a = ∂z/∂a · 1 = 2 · 1 = 2",
            "∂z/∂y = 2 + (−8) = −6",
        ],
        Told(Graphs.SumTimesDifference()));

    [Fact]
    public void An_operand_used_twice_counts_twice() => Assert.Equal(
        [
            "∂y/∂x via x·x, operand 1 = ∂y/∂(x·x) · x = 1 · 3 = 3",
            "∂y/∂x via x·x, operand 2 = ∂y/∂(x·x) · x = 1 · 3 = 3",
            "∂y/∂x = 3 + 3 + 1 = 7",
        ],
        Told(Graphs.FanOut())[^3..]);

    [Fact]
    public void Told_within_the_sum_each_use_is_a_product_of_it()
    {
        Assert.Equal(
            [
                "∂z/∂z = 1",
                "∂z/∂a = ∂z/∂z · b = 1 · 2 = 2",
                "∂z/∂b = ∂z/∂z · a = 1 · 8 = 8",
                "∂z/∂x = ∂z/∂b · 1 + ∂z/∂a · 1 = 8 · 1 + 2 · 1 = 10",
                "∂z/∂y = ∂z/∂b · (−1) + ∂z/∂a · 1 = 8 · (−1) + 2 · 1 = −6",
            ],
            ToldWithinSums(Graphs.SumTimesDifference()));
        Assert.Equal(
            "∂y/∂x = ∂y/∂y · 1 + ∂y/∂(x·x) · x + ∂y/∂(x·x) · x = 1 · 1 + 1 · 3 + 1 · 3 = 7",
            ToldWithinSums(Graphs.FanOut())[^1]);
    }

    [Fact]
    public void A_sum_of_tensors_is_told_within_in_symbols()
    {
        var x = Tensor.Of([1f, 2], requiresGrad: true).Named("x");
        var loss = ((x * x) + x.Sin()).Sum().Named("loss");
        loss.Backward();
        Assert.StartsWith(
            "∂loss/∂x = ∂loss/∂sin(x) · cos(x) + ∂loss/∂(x·x) · x + ∂loss/∂(x·x) · x = ", ToldWithinSums(loss.Graph())[^1]);
    }

    [Fact]
    public void A_gradient_gathered_from_earlier_passes_is_told_apart()
    {
        var graph = Graphs.Square();
        var nodes = graph.Nodes.Select(node =>
            node.Name == "w" ? node with { Gathered = Summaries.Of(48) } : node);
        Assert.Equal(
            "∂loss/∂w = ∂loss/∂y · x = 8 · 2 = 16   gathered so far: 48",
            Told(graph with { Nodes = [.. nodes] })[^1]);
    }

    [Fact]
    public void A_gradient_that_a_hook_has_changed_is_told_apart_and_goes_on()
    {
        var graph = Graphs.Square();
        var nodes = graph.Nodes.Select(node =>
            node.Name == "y" ? node with { Gradient = Summaries.Of(2) } : node);
        var told = Told(graph with { Nodes = [.. nodes] });
        Assert.Equal("∂loss/∂y = ∂loss/∂(y − target) · 1 = 8 · 1 = 8   after a hook: 2", told[2]);
        Assert.StartsWith("∂loss/∂x = ∂loss/∂y · w = 2 · 3 = 6", told[3]);
    }

    [Fact]
    public void Tensors_are_told_by_statistics_and_norms()
    {
        var graph = Graphs.Perceptron();
        var edges = graph.Edges.Select(edge => edge with { Contribution = Summaries.Of(3, 4, 5) });
        Assert.Contains(
            Told(graph with { Edges = [.. edges] }),
            line => line.StartsWith("∂loss/∂W1 = ∂loss/∂(X·W1) · Xᵀ = 4 ± 0.82   norm ", StringComparison.Ordinal)
                && line.EndsWith(" → 7.1", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_known_is_told_in_symbols()
    {
        var graph = Graphs.Square();
        var edges = graph.Edges.Select(edge => edge with { LocalDerivative = null });
        Assert.Equal("∂loss/∂x = ∂loss/∂y · w = 24", Told(graph with { Edges = [.. edges] })[3]);
    }

    [Fact]
    public void Of_several_results_each_starts_for_itself()
    {
        var graph = Graphs.Square();
        var told = Told(graph with { Roots = [.. graph.Roots, graph.Nodes.Single(node => node.Name == "y").Id] });
        Assert.Equal("∇loss = 1", told[0]);
        Assert.Equal("∇x = ∇y · w = 8 · 3 = 24", told[3]);
    }

    [Fact]
    public void Without_a_backward_pass_there_are_no_steps() => Assert.Empty(Told(Graphs.Square(backward: false)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_numbers_are_those_of_differences_and_of_the_engine(int seed)
    {
        var start = Enumerable.Range(0, 4).Select(index => 0.4 + (0.3 * index) + (0.1 * seed)).ToArray();
        var leaves = start.Select((value, index) => Tensor.Of(value, requiresGrad: true).Named($"x{index}")).ToArray();
        var root = Program(leaves, seed).Named("loss");
        root.Backward();

        var steps = ChainRule.Of(new GraphReading(root.Graph(), NoNames));
        foreach (var (index, leaf) in leaves.Index())
        {
            var whole = steps.LastOrDefault(step => step.Node.Name == $"x{index}" && !step.IsPart);
            Assert.Equal(leaf.Grad?.Item<double>(), whole?.Result);
            if (whole is not null)
            {
                Assert.Equal(Difference(start, index, seed), whole.Result!.Value, 1e-6);
            }
        }

        foreach (var step in steps.Where(step => step.Uses.Count == 1))
        {
            Assert.Equal(step.Upstream!.Value * step.Local!.Value, step.Result!.Value, 1e-9);
        }

        foreach (var step in steps.Where(step => step.IsSum))
        {
            Assert.Equal(step.Terms.Sum() ?? double.NaN, step.Result!.Value, 1e-9);
        }
    }

    [Fact]
    public void Each_use_is_one_step_and_comes_after_the_sum_of_what_it_multiplies()
    {
        var graph = LargeGraphs.Random(30, seed: 3);
        var reading = new GraphReading(graph, NoNames);
        var steps = ChainRule.Of(reading);
        Assert.Equal(
            reading.Edges.Count(edge => edge.CarriesGradient && steps.Any(step => step.Node == edge.To)),
            steps.Count(step => step.Uses.Count == 1));
        var whole = new HashSet<ReadNode>();
        foreach (var step in steps)
        {
            Assert.All(step.IsSum ? [] : step.Uses, use => Assert.Contains(use.To, whole));
            if (!step.IsPart)
            {
                Assert.True(whole.Add(step.Node));
            }
        }
    }

    /// <summary>A program of random operations on single numbers, each smooth.</summary>
    private static Tensor Program(Tensor[] leaves, int seed)
    {
        var random = new Random(seed);
        var values = leaves.ToList();
        for (var step = 0; step < 12; step++)
        {
            var (one, other) = (values[random.Next(values.Count)], values[random.Next(values.Count)]);
            values.Add(random.Next(5) switch
            {
                0 => one * other,
                1 => one + other,
                2 => one - other,
                3 => one.Tanh(),
                _ => one.Sin(),
            });
        }

        return values.Skip(leaves.Length).Aggregate((sum, value) => sum + value);
    }

    private static double Difference(double[] start, int index, int seed)
    {
        const double step = 1e-5;
        double At(double shift) => Program(
            [.. start.Select((value, place) => Tensor.Of(place == index ? value + shift : value))], seed)
            .Item<double>();
        return (At(step) - At(-step)) / (2 * step);
    }

    private static string[] Told(GraphSnapshot graph) => Told(graph, steps => steps);

    private static string[] ToldWithinSums(GraphSnapshot graph) => Told(graph, ChainRule.WithinSums);

    private static string[] Told(
        GraphSnapshot graph, Func<IReadOnlyList<BackwardStep>, IReadOnlyList<BackwardStep>> form)
    {
        var reading = new GraphReading(graph, NoNames);
        var text = new StepText(reading);
        return [.. form(ChainRule.Of(reading)).Select(step => string.Concat(text.Of(step).Select(run => run.Text)))];
    }
}
