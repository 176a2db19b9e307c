using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>The part of a graph that a module has built.</summary>
public class GraphPartTests
{
    [Fact]
    public void A_module_is_a_graph_of_its_own_with_what_enters_as_leaves_and_what_leaves_as_roots()
    {
        var graph = Model().Graph();
        var encoder = graph.Inside("model.encoder");
        Assert.Equal([("w", null), ("x", null), (null, "matmul"), ("h", "tanh")], Listed(encoder));
        Assert.Equal("h", encoder.Nodes.Single(node => encoder.Roots.Single() == node.Id).Name);
        Assert.Equal(3, encoder.Edges.Count);

        var head = graph.Inside("head");
        Assert.Equal([("v", null), ("h", null), (null, "mul"), (null, "sum")], Listed(head));
        Assert.Equal(
            [GraphNodeKind.Parameter, GraphNodeKind.Parameter, GraphNodeKind.Operation, GraphNodeKind.Operation],
            head.Nodes.Select(node => node.Kind));
        Assert.Equal(graph.Roots, head.Roots);
        Assert.All(head.Edges, edge => Assert.NotNull(edge.Contribution));
        Assert.Equal(GraphNodeKind.Constant, encoder.Nodes[1].Kind);
    }

    [Fact]
    public void A_result_that_no_gradient_flows_to_enters_as_a_constant()
    {
        Tensor y;
        var x = Tensor.Of(2f, requiresGrad: true);
        using (Graph.Module("inner"))
        {
            y = x * (x * 3).Detach();
        }

        Assert.Equal(
            [GraphNodeKind.Parameter, GraphNodeKind.Constant, GraphNodeKind.Operation],
            y.Graph().Inside("inner").Nodes.Where(node => node.Operation != "mul" || node.Id == y.Node!.Id)
                .Select(node => node.Kind).Distinct());
    }

    [Fact]
    public void Several_calls_come_together_or_one_by_its_number()
    {
        var y = Tensor.Of(1f, requiresGrad: true).Named("x");
        for (var i = 0; i < 3; i++)
        {
            using (Graph.Module("block"))
            {
                y = y.Sin().Exp();
            }
        }

        var graph = y.Graph();
        Assert.Equal(6, graph.Inside("block").OperationCount);
        Assert.Single(graph.Inside("block").Roots);
        var second = graph.Inside("block[1]");
        Assert.Equal(2, second.OperationCount);
        Assert.Equal(graph.Nodes[2].Id, second.Nodes[0].Id);
        Assert.Equal([graph.Nodes[4].Id], second.Roots);
    }

    [Fact]
    public void A_module_that_is_not_there_is_refused_with_those_that_are()
    {
        var graph = Model().Graph();
        Assert.Equal(
            "graph: there is no module \"decoder\" in it; there are model, model.encoder, model.head",
            Assert.Throws<ArgumentException>(() => graph.Inside("decoder")).Message);
        Assert.StartsWith(
            "graph: there is no module \"head[1]\" in it; there are",
            Assert.Throws<ArgumentException>(() => graph.Inside("head[1]")).Message);
        Assert.StartsWith(
            "graph: there is no module \"a\" in it, nor any other;",
            Assert.Throws<ArgumentException>(() => Tensor.Of(1f).Graph().Inside("a")).Message);
    }

    private static Tensor Model()
    {
        var x = Tensor.Ones(2, 3).Named("x");
        var w = Tensor.Ones(3, 3, requiresGrad: true).Named("w");
        var v = Tensor.Ones(3, requiresGrad: true).Named("v");
        using (Graph.Module("model"))
        {
            Tensor h, loss;
            using (Graph.Module("encoder"))
            {
                h = x.MatMul(w).Tanh().Named("h");
            }

            using (Graph.Module("head"))
            {
                loss = (h * v).Sum();
            }

            loss.Backward();
            return loss;
        }
    }

    private static IEnumerable<(string? Name, string? Operation)> Listed(GraphSnapshot graph) =>
        graph.Nodes.Select(node => (node.Name, node.Operation));
}
