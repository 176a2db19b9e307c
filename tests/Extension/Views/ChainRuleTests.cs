using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ChainRuleTests
{
    [Fact]
    public void The_square_of_a_difference_goes_back_step_by_step() => Assert.Equal(
        [
            "∂loss/∂loss = 1",
            "∂loss/∂(y − target) = ∂loss/∂loss · 2·(y − target) = 1 · 2·4 = 8",
            "∂loss/∂y = ∂loss/∂(y − target) · 1 = 8 · 1 = 8",
            "∂loss/∂w = ∂loss/∂y · x = 8 · 2 = 16",
            "∂loss/∂x = ∂loss/∂y · w = 8 · 3 = 24",
        ],
        Steps(Graphs.Square()));

    [Fact]
    public void Where_a_value_fans_out_its_gradients_are_summed() => Assert.Equal(
        [
            "∂z/∂z = 1",
            "∂z/∂b = ∂z/∂z · a = 1 · 8 = 8",
            "∂z/∂a = ∂z/∂z · b = 1 · 2 = 2",
            "∂z/∂y = ∂z/∂a · 1 + ∂z/∂b · (−1) = 2 · 1 + 8 · (−1) = −6",
            "∂z/∂x = ∂z/∂a · 1 + ∂z/∂b · 1 = 2 · 1 + 8 · 1 = 10",
        ],
        Steps(Graphs.SumTimesDifference()));

    [Fact]
    public void An_operand_used_twice_counts_twice() => Assert.Equal(
        "∂y/∂x = ∂y/∂(x·x) · x + ∂y/∂(x·x) · x + ∂y/∂y · 1 = 1 · 3 + 1 · 3 + 1 · 1 = 7",
        Steps(Graphs.FanOut())[^1]);

    [Fact]
    public void A_gradient_gathered_from_earlier_passes_is_told_apart()
    {
        var graph = Graphs.Square();
        var nodes = graph.Nodes.Select(node =>
            node.Name == "w" ? node with { Gathered = Summaries.Of(48) } : node);
        Assert.Equal(
            "∂loss/∂w = ∂loss/∂y · x = 8 · 2 = 16   gathered so far: 48",
            Steps(graph with { Nodes = [.. nodes] })[3]);
    }

    [Fact]
    public void Without_a_backward_pass_there_are_no_steps() => Assert.Empty(Steps(Graphs.Square(backward: false)));

    [Fact]
    public void Large_graphs_and_graphs_of_tensors_have_no_steps()
    {
        Assert.Empty(Steps(Graphs.Chain(30)));
        Assert.Empty(Steps(Graphs.Perceptron()));
    }

    private static string[] Steps(GraphSnapshot graph) =>
    [
        .. ChainRule.Of(new GraphReading(graph, new Dictionary<long, string>()))
            .Select(step => string.Concat(step.Select(run => run.Text))),
    ];
}
