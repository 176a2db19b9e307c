using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

/// <summary>The rows that the first notebook teaches, with the numbers that a student finds by hand.</summary>
[Collection("random seed")]
public class LectureTests
{
    [Fact]
    public void A_polynomial_has_the_derivative_of_school()
    {
        var x = Tensor.Of([2f], requiresGrad: true);
        var y = x.Pow(2) + 3 * x + 1;
        y.Backward();

        Assert.Equal([11f], y.ToArray<float>());
        Assert.Equal([7f], x.Grad.ToArray<float>());
    }

    [Fact]
    public void Inputs_that_two_operations_share_are_drawn_once()
    {
        var x = Tensor.Of(3f, requiresGrad: true).Named("x");
        var y = Tensor.Of(2f, requiresGrad: true).Named("y");
        var w = Tensor.Of(5f, requiresGrad: true).Named("w");
        var sum = x + y;
        var f = sum * (x - y);
        var z = sum * w;

        var both = Graph.Of(f, z);
        Assert.Equal(["x", "y", "w"], both.Nodes.Where(node => node.Kind == GraphNodeKind.Parameter).Select(node => node.Name));
        Assert.Equal(["add", "sub", "mul", "mul"], Operations(both));
        Assert.Equal(["add", "sub", "mul"], Operations(f.Graph()));
        Assert.Equal(["add", "mul"], Operations(z.Graph()));
        Assert.Equal(2, f.Graph().Edges.Count(edge => edge.From == f.Graph().Nodes[0].Id));

        f.Backward(retainGraph: true);
        Assert.Equal(6f, x.Grad.Item<float>()); // f = x² − y²
        Assert.Equal(-4f, y.Grad.Item<float>());
        z.Backward();
        Assert.Equal(5f, w.Grad.Item<float>());
        Assert.Equal(11f, x.Grad.Item<float>()); // 6 + w
    }

    [Fact]
    public void The_chain_rule_reaches_input_and_weight_and_a_step_lowers_the_weight()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var w = Tensor.Of(3f, requiresGrad: true);
        var y = x * w;
        var loss = (y - 2).Pow(2);
        loss.Backward();

        Assert.Equal(6f, y.Item<float>());
        Assert.Equal(16f, loss.Item<float>());
        Assert.Equal(16f, w.Grad.Item<float>());
        Assert.Equal(24f, x.Grad.Item<float>());
        var graph = loss.Graph();
        Assert.Equal(8, graph.Nodes.Single(node => node.Operation == "mul").Gradient!.Scalar);

        using (Autograd.NoGrad())
        {
            w.Sub_(0.1f * w.Grad);
        }

        Assert.Equal(1.4f, w.Item<float>(), 1e-6);
    }

    [Fact]
    public void A_nearer_target_gives_a_smaller_gradient()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var w = Tensor.Of(3f, requiresGrad: true);
        var loss = (x * w - 4).Pow(2);
        loss.Backward();

        Assert.Equal(4f, loss.Item<float>());
        Assert.Equal(8f, w.Grad.Item<float>());
        Assert.Equal(12f, x.Grad.Item<float>());
    }

    [Fact]
    public void The_gradient_of_a_sum_of_squares_is_twice_the_vector()
    {
        var x = Tensor.Of([1f, 2f, 3f], requiresGrad: true);
        x.Pow(2).Sum().Backward();

        Assert.Equal([2f, 4f, 6f], x.Grad.ToArray<float>());
    }

    [Fact]
    public void A_mean_shares_its_gradient_out_and_its_chain_ends_in_the_accumulation()
    {
        var x = Tensor.Arange(0, 10, dtype: DType.Float32, requiresGrad: true);
        var p = x.Pow(2).Mean();
        p.Backward();

        Assert.Equal(Enumerable.Range(0, 10).Select(i => 2f * i / 10), x.Grad.ToArray<float>(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal("mean", p.GradFn.OperationName);
        var square = Assert.Single(p.GradFn.NextFunctions);
        var end = Assert.Single(square!.NextFunctions);
        Assert.Equal("accumulate_grad", end!.OperationName);
        Assert.Empty(end.NextFunctions);
    }

    [Fact]
    public void A_retained_graph_can_be_used_twice_and_gradients_add_up_until_they_are_reset()
    {
        var x = Tensor.Of([1f, 2f], requiresGrad: true);
        var y = x.Pow(2).Sum();
        y.Backward(retainGraph: true);
        y.Backward();
        Assert.Equal([4f, 8f], x.Grad.ToArray<float>());

        x.Grad.Zero_();
        Assert.Equal([0f, 0f], x.Grad.ToArray<float>());
    }

    [Fact]
    public void A_second_backward_is_refused_and_changes_no_gradient()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var y = x.Pow(2).Named("y");
        y.Backward();
        var error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains("pow → y []", error.Message);
        Assert.Contains("retainGraph: true", error.Message);
        Assert.Equal(4f, x.Grad.Item<float>());
    }

    [Fact]
    public void Where_nothing_was_saved_a_second_backward_accumulates()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var y = x + 1;
        y.Backward();
        y.Backward();

        Assert.Equal(2f, x.Grad.Item<float>());
    }

    [Fact]
    public void A_vector_needs_a_vector_to_go_backward()
    {
        var x = Tensor.Of([1f, 2f, 3f], requiresGrad: true);
        var y = x.Pow(2).Named("y");

        var missing = Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Contains("Backward(gradient: v) with v of shape [3]", missing.Message);
        var wrong = Assert.Throws<ArgumentException>(() => y.Backward(gradient: Tensor.Ones(2)));
        Assert.Contains("[2]", wrong.Message);
        Assert.Contains("[3]", wrong.Message);
        Assert.Null(x.Grad);

        y.Backward(gradient: Tensor.Of([1f, 10f, 100f]));
        Assert.Equal([2f, 40f, 600f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Softmax_step_by_step_and_cross_entropy_have_the_gradient_softmax_minus_one_hot()
    {
        var (w, x, b) = (
            Tensor.Of(new float[,] { { 1, 2 }, { 3, -1 }, { 0, 1 } }, requiresGrad: true),
            Tensor.Of([0.5f, -1f]),
            Tensor.Of([0.1f, 0.2f, 0.3f], requiresGrad: true));
        const int y = 2;
        var loss = -(w.MatMul(x) + b).Softmax(dim: 0).Log()[y];
        Assert.Equal(["matmul", "add", "softmax", "log", "index", "neg"], Operations(loss.Graph()));
        loss.Backward();
        var byHand = b.Grad.ToArray<float>();

        b.Grad = null;
        var logits = w.MatMul(x) + b;
        Functional.CrossEntropy(logits, Tensor.Of(2)).Backward();
        var softmax = logits.Softmax(0).ToArray<float>();
        for (var i = 0; i < 3; i++)
        {
            var expected = softmax[i] - (i == y ? 1 : 0);
            Assert.Equal(expected, byHand[i], 1e-6);
            Assert.Equal(expected, b.Grad!.ToArray<float>()[i], 1e-6);
        }
    }

    [Fact]
    public void A_relu_keeps_four_bytes_an_element_until_backward_frees_them()
    {
        var x = Tensor.Randn(1_000_000, requiresGrad: true).Named("x");
        var y = x.Relu();
        Assert.Equal(4_000_000, Memory.Ledger(y).SavedBytes);
        for (var i = 1; i < 100; i++)
        {
            y = y.Relu();
        }

        var before = Memory.Ledger(y);
        Assert.Equal(400_000_000, before.SavedBytes);
        Assert.Equal(404_000_000, before.TotalBytes);

        y.Backward(gradient: Tensor.Ones(1_000_000));
        var after = Memory.Ledger(y);
        Assert.Equal(0, after.SavedBytes);
        Assert.Equal(
            [LedgerKind.Leaf, LedgerKind.Gradient, LedgerKind.Output],
            after.Entries.Select(entry => entry.Kind));
        Assert.All(after.Entries, entry => Assert.Equal(4_000_000, entry.Bytes));
    }

    [Theory]
    [InlineData(-2f)]
    [InlineData(0f)]
    [InlineData(0.5f)]
    public void Activations_have_the_derivatives_of_the_lecture(float at)
    {
        float Slope(Func<Tensor, Tensor> function)
        {
            var x = Tensor.Of(at, requiresGrad: true);
            function(x).Backward();
            return x.Grad.Item<float>();
        }

        var s = 1 / (1 + MathF.Exp(-at));
        var t = MathF.Tanh(at);
        Assert.Equal(at > 0 ? 1 : 0, Slope(x => x.Relu()));
        Assert.Equal(s * (1 - s), Slope(x => x.Sigmoid()), 1e-6);
        Assert.Equal(1 - t * t, Slope(x => x.Tanh()), 1e-6);
    }

    [Fact]
    public void The_graph_of_a_network_shows_its_layers_and_parameters_and_nothing_else()
    {
        Tensor.Seed(1);
        var x = Tensor.Randn(4, 3).Named("X");
        var target = Tensor.Randn(4, 2).Named("target");
        var (w1, b1) = (Tensor.Randn(3, 5, requiresGrad: true).Named("W1"), Tensor.Zeros(5, requiresGrad: true).Named("b1"));
        var (w2, b2) = (Tensor.Randn(5, 2, requiresGrad: true).Named("W2"), Tensor.Zeros(2, requiresGrad: true).Named("b2"));
        var loss = Functional.MseLoss((x.MatMul(w1) + b1).Relu().MatMul(w2) + b2, target);

        var graph = loss.Graph();
        Assert.Equal(["matmul", "add", "relu", "matmul", "add", "mse_loss"], Operations(graph));
        Assert.Equal(["W1", "b1", "W2", "b2"], graph.Nodes.Where(node => node.Kind == GraphNodeKind.Parameter).Select(node => node.Name));
        Assert.Equal(["X", "target"], graph.Nodes.Where(node => node.Kind == GraphNodeKind.Constant).Select(node => node.Name));
        loss.Backward();
        Assert.Equal(new Shape([5]), b1.Grad.Shape);
    }

    [Fact]
    public void A_chain_of_200_000_nodes_needs_no_recursion()
    {
        var x = Tensor.Of(1f, requiresGrad: true);
        var y = x;
        for (var i = 0; i < 200_000; i++)
        {
            y = y * 1;
        }

        Assert.Equal(GraphInspector.LargestCount, y.Graph().Nodes.Count);
        Assert.Equal(ChainInspector.LargestCount, y.GradFn.Chain().Lines.Count);
        Assert.True(Memory.Ledger(y).TotalBytes > 0);
        y.Backward();
        Assert.Equal(1f, x.Grad.Item<float>());
    }

    [Fact]
    public void A_failing_backward_leaves_every_gradient_as_it_was()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var w = Tensor.Of(3f, requiresGrad: true);
        (x * w).Backward();
        var copy = w.Detach().Clone().Named("copy");
        var spoiled = x * copy;
        var loss = spoiled + w.Pow(2); // w's gradient is ready before x's fails
        copy.Mul_(2);

        var error = Assert.Throws<InvalidOperationException>(() => loss.Backward());
        Assert.Contains("changed in place", error.Message);
        Assert.Equal(3f, x.Grad.Item<float>());
        Assert.Equal(2f, w.Grad.Item<float>());
    }

    private static IEnumerable<string> Operations(GraphSnapshot graph) =>
        graph.Nodes.Select(node => node.Operation).OfType<string>();
}
