using NotebookGrad.Inspection;
using static NotebookGrad.Tests.Inspection.ReplayedGraphs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells of packed tensors, of numbers that are not finite, and beyond its bounds.</summary>
public class ReplayedLimitsTests
{
    [Fact]
    public void Checkpoints_and_tensors_in_files_are_exact()
    {
        var w = LargeLeaf();
        var y = Autograd.Checkpoint(x => (x * 2).Tanh() * x, w);
        var loss = y.Pow(2).Sum();
        loss.Backward();
        Assert.All(loss.Graph().Nodes, node => Assert.NotNull(node.Value));
        Assert.Equal(1, ReplayTests.AssertAddsUp(loss.Graph()));
        Assert.Null(At(loss, w).Gathered);
    }

    [Fact]
    public void Tensors_packed_in_16_bits_give_gradients_other_than_the_exact_ones()
    {
        var w = LargeLeaf();
        Tensor loss;
        using (Autograd.SaveAsFloat16())
        {
            loss = w.Tanh().Pow(2).Sum();
        }

        loss.Backward();
        var leaf = At(loss, w);
        Assert.NotNull(leaf.Gathered);
        Assert.Equal(leaf.Gathered.Norm, leaf.Gradient!.Norm, 1e-3 * leaf.Gathered.Norm);
    }

    [Fact]
    public void Pictures_are_taken_where_anomalies_are_looked_for_and_numbers_are_not_finite()
    {
        var w = LargeLeaf();
        var loss = (w.Abs().Neg().Log() * w).Sum();
        loss.Backward();
        using (Autograd.DetectAnomaly())
        using (Autograd.InferenceMode())
        {
            Assert.Equal(Many, At(loss, w).Gradient!.NaNs);
            Assert.Null(At(loss, w).Gathered);
            Assert.All(loss.Graph().Nodes, node => Assert.NotNull(node.Value));
        }
    }

    [Fact]
    public void Beyond_its_budget_a_picture_computes_nothing()
    {
        var w = LargeLeaf();
        var (a, b) = (w.Tanh(), w.Sin());
        var loss = (a * b).Sum();
        var nodes = GraphWalk.NearestFirst([loss.Node!]);
        nodes.Sort((one, other) => one.Id.CompareTo(other.Id));
        var enough = ReplayBudget.Cost(a.Node!) + ReplayBudget.Cost(b.Node!) + ReplayBudget.Cost((a * b).Node!);
        Assert.NotNull(new ReplayedValues(nodes, node => node.Value, new ReplayBudget(enough)).Of(a.Node!));
        var values = new ReplayedValues(nodes, node => node.Value, new ReplayBudget(enough - 1));
        Assert.Null(values.Of(a.Node!));
        Assert.NotNull(values.Of(w.Node!));
    }

    [Fact]
    public void Where_a_graph_is_cut_off_what_came_from_beyond_is_not_taken_for_nothing()
    {
        var x = Leaf(1);
        var far = x;
        for (var i = 0; i < GraphInspector.LargestCount; i++)
        {
            far = far * 1.0;
        }

        var loss = far + (x * 2);
        loss.Backward();
        var graph = loss.Graph();
        Assert.True(graph.Omitted > 0);
        Assert.Equal(3, graph.Nodes.Single(node => node.Id == x.Node!.Id).Gradient!.Scalar);
        Assert.Null(graph.Nodes.Single(node => node.Id == x.Node!.Id).Gathered);
    }
}
