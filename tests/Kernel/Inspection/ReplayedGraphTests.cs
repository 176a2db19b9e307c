using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells where a graph was not simply gone through once.</summary>
public class ReplayedGraphTests
{
    // More elements than nodes keep for drawing.
    private const int Many = 3000;

    private static readonly Tensor X = Tensor.Randn([Many], generator: new Generator(5), dtype: DType.Float64);

    private static Tensor Leaf(double value) => Tensor.Full([], value, dtype: DType.Float64, requiresGrad: true);

    private static Tensor LargeLeaf() => X.Clone().RequiresGrad_();

    [Fact]
    public void A_parameter_that_was_changed_since_is_not_computed_with()
    {
        var w = LargeLeaf();
        var y = w.Tanh();
        var loss = (y * y).Sum();
        loss.Backward();
        Assert.NotNull(At(loss, y).Value);
        using (Autograd.NoGrad())
        {
            w.Sub_(w.Grad * 0.1);
        }

        Assert.Null(At(loss, y).Value);
        Assert.Null(At(loss, y).Gradient);
        Assert.Equal(w.Grad.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);

        // The next graph is recorded with the new value, however often the old one has changed.
        w.Grad = null;
        var next = (w.Tanh() * X).Sum();
        next.Backward();
        Assert.All(next.Graph().Nodes, node => Assert.NotNull(node.Value));
        Assert.Equal(w.Grad!.Norm().Item<double>(), At(next, w).Gradient!.Norm, 1e-9);
        Assert.Equal(0, ReplayTests.AssertAddsUp(next.Graph()));
    }

    [Fact]
    public void A_local_derivative_is_not_that_of_a_parameter_changed_since()
    {
        var (x, w) = (Leaf(2), Leaf(3));
        var y = x * w;
        y.Backward();
        Assert.Equal([3, 2], y.Graph().Edges.Select(edge => edge.LocalDerivative!.Value));
        using (Autograd.NoGrad())
        {
            w.Fill_(7);
        }

        Assert.Equal([null, 2], y.Graph().Edges.Select(edge => edge.LocalDerivative));
        Assert.Equal([null, 2], y.Graph().Edges.Select(edge => edge.Contribution?.Scalar));
        Assert.Equal([3, 2, 1], y.Graph().Nodes.Select(node => node.Gradient!.Scalar));
    }

    [Fact]
    public void A_constant_that_was_changed_since_is_not_computed_with()
    {
        var (x, w) = (X.Clone(), Leaf(3));
        var y = x * w;
        var loss = y.Sum();
        loss.Backward();
        Assert.NotNull(At(loss, y).Value);
        x.Fill_(0);
        Assert.Null(At(loss, y).Value);
    }

    [Fact]
    public void Random_masks_are_those_that_were_drawn()
    {
        var w = LargeLeaf();
        var dropped = Functional.Dropout(w * 2);
        var before = dropped.Clone();
        var loss = dropped.Pow(2).Sum();
        loss.Backward();
        Assert.Equal(ValueInspector.Summarize(before).Zeros, At(loss, dropped).Value!.Zeros);
        Assert.Equal(ValueInspector.Summarize(before).First, At(loss, dropped).Value!.First);
        Assert.Equal(w.Grad.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);
        Assert.Null(At(loss, w).Gathered);
    }

    [Fact]
    public void Looking_at_a_graph_draws_no_random_numbers_and_calls_no_forward()
    {
        var calls = 0;
        var noisy = Autograd.Function(
            "noisy",
            (context, x) =>
            {
                calls++;
                return x[0] + Tensor.RandnLike(x[0]);
            },
            (context, gradient) => [gradient * 1]);
        var w = LargeLeaf();
        var y = noisy([w]);
        var loss = y.Sum();
        loss.Backward();
        var node = At(loss, y);
        Assert.Equal(1, calls);
        Assert.Null(node.Value);
        Assert.Equal(Math.Sqrt(Many), At(loss, w).Gradient!.Norm, 1e-9);
        Assert.Equal(0, ReplayTests.AssertAddsUp(loss.Graph()));
    }

    [Fact]
    public void A_users_derivative_that_fails_or_writes_on_its_gradient_spoils_nothing()
    {
        var (fails, writes) = (false, false);
        var brittle = Autograd.Function(
            "brittle",
            (context, x) => x[0] * 3,
            (context, gradient) => fails ? throw new InvalidOperationException("no")
                : writes ? [gradient.Mul_(3)]
                : [gradient * 3]);
        var w = Leaf(2);
        var y = brittle([w]);
        y.Backward();
        Assert.Equal(3, y.Graph().Edges[0].Contribution!.Scalar);
        Assert.Equal(3, y.Graph().Edges[0].LocalDerivative);
        writes = true;
        Assert.Equal(3, y.Graph().Edges[0].Contribution!.Scalar);
        Assert.Equal(3, y.Graph().Edges[0].Contribution!.Scalar);
        fails = true;
        Assert.Null(y.Graph().Edges[0].Contribution);
        Assert.Equal(3, At(y, w).Gradient!.Scalar);
    }

    [Fact]
    public void A_slope_of_a_user_is_computed_again()
    {
        var swish = Autograd.Function(
            "swish", x => x * x.Sigmoid(), (x, y) => x.Sigmoid() * (1 + (x * (1 - x.Sigmoid()))));
        var w = LargeLeaf();
        var y = swish(w);
        var loss = y.Pow(2).Sum();
        loss.Backward();
        Assert.Equal(ValueInspector.Summarize(y).First, At(loss, y).Value!.First);
        Assert.Equal(w.Grad.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);
        Assert.Equal(0, ReplayTests.AssertAddsUp(loss.Graph()));
    }

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

    [Fact]
    public void Changes_in_place_are_replayed_as_what_they_were_recorded_as()
    {
        var w = LargeLeaf();
        var y = w * 2;
        y.Mul_(X);
        y[..100] = w[..100] * 3;
        var (top, rest) = (y[..10], y.Reshape(3, 1000));
        rest[0].Add_(1);
        var loss = (rest.Pow(2).Sum() + top.Sum()).Sin();
        loss.Backward();
        var graph = loss.Graph();
        Assert.All(graph.Nodes, node => Assert.NotNull(node.Value));
        Assert.Equal(ValueInspector.Summarize(y).First, At(loss, y).Value!.First);
        Assert.True(ReplayTests.AssertAddsUp(graph) > 0);
        Assert.Equal(w.Grad.Norm().Item<double>(), At(loss, w).Gradient!.Norm, 1e-9);
        Assert.Null(At(loss, w).Gathered);
    }

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

    private static GraphNode At(Tensor root, Tensor tensor) =>
        root.Graph().Nodes.Single(node => node.Id == tensor.Node!.Id);
}
