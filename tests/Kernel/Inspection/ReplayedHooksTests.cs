using static NotebookGrad.Tests.Inspection.ReplayedGraphs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells where hooks have changed a gradient.</summary>
public class ReplayedHooksTests
{
    [Fact]
    public void A_gradient_that_a_hook_has_changed_is_told_without_the_contributions_to_it()
    {
        var x = Leaf(3);
        var y = x * 2;
        y.RegisterHook(gradient => gradient * 10);
        var loss = y.Pow(2);
        loss.Backward();
        var graph = loss.Graph();
        Assert.Equal([240, null, 120, 1], graph.Nodes.Select(node => node.Gradient?.Scalar));
        Assert.Null(graph.Edges.Single(edge => edge.From == y.Node!.Id).Contribution);
        Assert.Equal(240, graph.Edges.Single(edge => edge.From == x.Node!.Id).Contribution!.Scalar);
    }

    [Fact]
    public void What_hooks_of_a_node_give_is_not_known_where_nobody_has_kept_it()
    {
        var w = LargeLeaf();
        var (inner, outer) = (w.Tanh(), w.Sin());
        inner.GradFn.RegisterPreHook(gradient => gradient * 2);
        var loss = (inner + outer).Sum();
        loss.Backward();
        var graph = loss.Graph();
        Assert.Null(graph.Edges.Single(edge => edge.To == inner.Node!.Id).Contribution);
        Assert.NotNull(graph.Edges.Single(edge => edge.To == outer.Node!.Id).Contribution);
        Assert.Equal(w.Grad.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);
        Assert.Null(At(loss, w).Gathered);
    }

    [Fact]
    public void A_hook_of_a_leaf_has_the_last_word()
    {
        var x = Leaf(3);
        x.RegisterHook(gradient => gradient * 10);
        var loss = x.Pow(2);
        loss.Backward();
        Assert.Equal(60, At(loss, x).Gradient!.Scalar);
        Assert.Null(At(loss, x).Gathered);
        Assert.Null(loss.Graph().Edges.Single(edge => edge.From == x.Node!.Id).Contribution);
    }
}
