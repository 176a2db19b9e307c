using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class GraphInspectorTests
{
    [Fact]
    public void Values_gradients_and_local_derivatives_can_be_seen_after_backward()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        var w = Tensor.Of(3f, requiresGrad: true).Named("w");
        var loss = (x * w - 2).Pow(2);
        Assert.False(loss.Graph().BackwardDone);
        loss.Backward();

        var graph = loss.Graph();
        Assert.True(graph.BackwardDone);
        Assert.Equal([2, 3, 6, 2, 4, 16], graph.Nodes.Select(node => node.Value!.Scalar));
        Assert.Equal([24, 16, 8, null, 8, 1], graph.Nodes.Select(node => node.Gradient?.Scalar));
        Assert.Equal([3, 2, 1, null, 8], graph.Edges.Select(edge => edge.LocalDerivative));
        Assert.Equal([true, false, true], graph.Nodes.Where(node => node.Operation is not null).Select(node => node.Freed));
        Assert.All(graph.Nodes, node => Assert.Equal(0, node.SavedBytes));
    }

    [Fact]
    public void A_gradient_that_is_shown_does_not_change_when_others_are_added_to_it()
    {
        var x = Tensor.Of(3f, requiresGrad: true);
        var y = Tensor.Of(2f, requiresGrad: true);
        var (sum, difference) = (x + y, x - y);
        (sum * difference).Backward();
        sum.Backward(); // adds to x.Grad

        var nodes = difference.Graph().Nodes; // x, y, x − y
        Assert.Equal([5, -5, 5], nodes.Select(node => node.Gradient!.Scalar));
        Assert.Equal([7, -3, null], nodes.Select(node => node.Gathered?.Scalar));
    }

    [Fact]
    public void Operands_come_before_the_operations_that_use_them()
    {
        var x = Tensor.Randn(3, requiresGrad: true);
        var y = x;
        for (var i = 0; i < 20; i++)
        {
            y = y.Tanh() * y + x;
        }

        var graph = y.Graph();
        var place = graph.Nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        Assert.All(graph.Edges, edge => Assert.True(place[edge.From] < place[edge.To]));
        Assert.Equal(2, graph.Edges.Count(edge => edge.From == graph.Nodes[0].Id && edge.To == graph.Nodes[2].Id)
            + graph.Edges.Count(edge => edge.From == graph.Nodes[0].Id && edge.To == graph.Nodes[1].Id));
    }

    [Fact]
    public void A_gradient_of_an_earlier_graph_does_not_make_a_new_one_differentiated()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        x.Pow(2).Backward();
        Assert.False((x * 3).Graph().BackwardDone);
        var large = Tensor.Full([5000], 1f, requiresGrad: true) + 1f;
        large.Backward(gradient: Tensor.OnesLike(large));
        Assert.True(large.Graph().BackwardDone);
    }

    [Fact]
    public void A_large_constant_is_described_as_long_as_somebody_holds_it()
    {
        var data = Tensor.Full([100, 100], 3f);
        var graph = (data * Tensor.Of(2f, requiresGrad: true)).Graph();
        Assert.Equal(3, graph.Nodes.Single(node => node.Shape.Rank == 2 && node.Operation is null).Value!.Mean);
        GC.KeepAlive(data);
    }

    [Fact]
    public void A_value_without_a_graph_is_a_graph_of_one_node()
    {
        var graph = Tensor.Of([1f, 2f]).Graph();
        Assert.Equal(GraphNodeKind.Constant, Assert.Single(graph.Nodes).Kind);
        Assert.Empty(graph.Edges);
    }
}
