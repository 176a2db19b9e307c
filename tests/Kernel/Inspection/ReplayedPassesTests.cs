using static NotebookGrad.Tests.Inspection.ReplayedGraphs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells where backward did not simply go through a graph once.</summary>
public class ReplayedPassesTests
{
    [Fact]
    public void Several_passes_gather_more_than_one_graph_gives()
    {
        var x = Leaf(3);
        var first = x.Pow(2);
        first.Backward();
        var second = x * 5;
        Assert.Null(At(second, x).Gradient);
        Assert.Equal(6, At(second, x).Gathered!.Scalar);
        second.Backward(retainGraph: true);
        second.Backward();
        Assert.Equal(5, At(second, x).Gradient!.Scalar);
        Assert.Equal(16, At(second, x).Gathered!.Scalar);
        Assert.Equal(6, At(first, x).Gradient!.Scalar);
        x.Grad = null;
        Assert.Equal(5, At(second, x).Gradient!.Scalar);
        Assert.Null(At(second, x).Gathered);
    }

    [Fact]
    public void Two_passes_through_one_value_add_up_in_a_graph_of_both_and_not_in_that_of_one()
    {
        var (x, y, w) = (Leaf(3), Leaf(2), Leaf(5));
        var sum = x + y;
        var (first, second) = (sum * (x - y), sum * w);
        first.Backward();
        second.Backward();
        var nodes = Graph.Of(first, second).Nodes.ToDictionary(node => node.Id);
        Assert.Equal([6, 11, 1], new[] { Of(sum), Of(x), Of(y) });
        Assert.Null(nodes[x.Node!.Id].Gathered);
        Assert.Equal(1, At(first, sum).Gradient!.Scalar);
        Assert.Equal(5, At(second, sum).Gradient!.Scalar);

        double? Of(Tensor tensor) => nodes[tensor.Node!.Id].Gradient!.Scalar;
    }

    [Fact]
    public void A_result_that_retains_its_gradient_gathers_as_a_leaf_does()
    {
        var x = LargeLeaf();
        var y = x * 2;
        y.RetainGrad();
        var loss = (y * X).Sum();
        loss.Backward(retainGraph: true);
        loss.Backward();
        Assert.Equal(X.Norm().Item<double>(), At(loss, y).Gradient!.Norm, 1e-9);
        Assert.Equal(2 * X.Norm().Item<double>(), At(loss, y).Gathered!.Norm, 1e-9);
        Assert.Equal(2 * X.Norm().Item<double>(), At(loss, x).Gradient!.Norm, 1e-9);
    }

    [Fact]
    public void Gradients_begin_with_the_one_that_was_given()
    {
        var x = LargeLeaf();
        var y = x[..3] * 2;
        y.Backward(gradient: Tensor.Of([1.0, 10, 100]));
        Assert.Equal([2, 20, 200, 0], At(y, x).Gradient!.First.Take(4));
        var large = x * 2;
        large.Backward(gradient: X);
        Assert.Null(At(large, large).Gradient);
        Assert.NotNull(At(large, x).Gradient);
    }

    [Fact]
    public void Several_roots_are_gone_through_together()
    {
        var x = Leaf(3);
        var y = x * 2;
        var (a, b) = (y.Pow(2), y * 5);
        (a + b).Backward();
        var graph = Graph.Of(a, b);
        Assert.Equal(1, ReplayTests.AssertAddsUp(graph));
        Assert.Equal(34, graph.Nodes.Single(node => node.Id == x.Node!.Id).Gradient!.Scalar);
    }

    [Fact]
    public void Gradients_that_were_asked_for_are_gone_through_too()
    {
        var (x, w) = (LargeLeaf(), LargeLeaf());
        var y = x * w;
        var loss = y.Tanh().Sum();
        var gradient = Autograd.Grad(loss, [w])[0];
        Assert.Null(w.Grad);
        Assert.Equal(gradient.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);
    }
}
