namespace NotebookGrad.Tests;

/// <summary>Hooks: their order, what they may change, and what happens when they fail. Numbers by PyTorch.</summary>
public class HookTests
{
    [Fact]
    public void Hooks_at_one_place_run_in_order_and_a_retained_gradient_is_what_the_tensors_hooks_left()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var y = x * 3;
        var log = new List<string>();
        y.RegisterHook(g => Logged(log, $"y1 {g.Item<double>()}", g * 2));
        y.RetainGrad();
        y.RegisterHook(g => Logged(log, $"y2 {g.Item<double>()}", g * 5));
        y.GradFn.RegisterPreHook(g => Logged(log, $"pre {g.Item<double>()}", g));
        y.GradFn.RegisterHook((given, g) => log.Add($"node {given[0]!.Item<double>()} {given[1] is null} {g.Item<double>()}"));
        x.RegisterHook(g => log.Add($"x {g.Item<double>()}"));
        x.RegisterPostAccumulateGradHook(leaf => log.Add($"accumulated {leaf.Grad.Item<double>()}"));
        var z = y * y;
        z.Backward(retainGraph: true);

        Assert.Equal(["y1 12", "y2 24", "pre 120", "node 360 True 120", "x 360", "accumulated 360"], log);
        Assert.Equal((360, 120), (x.Grad.Item<double>(), y.Grad.Item<double>()));
        z.Backward();
        Assert.Equal((720, 240), (x.Grad.Item<double>(), y.Grad.Item<double>()));
    }

    [Fact]
    public void A_retained_gradient_is_the_tensors_own_and_can_be_reset()
    {
        var x = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var y = x * 2;
        y.RetainGrad();
        y.Sum().Backward(retainGraph: true);
        y.Grad.Mul_(100);
        Assert.Equal([2.0, 2.0], x.Grad.ToArray<double>());
        y.Grad = null;
        (y * y).Sum().Backward();
        Assert.Equal([4.0, 8.0], y.Grad!.ToArray<double>());
        x.RetainGrad();
        Assert.True(x.IsLeaf);
    }

    [Fact]
    public void A_handle_removes_its_own_hook_only()
    {
        var x = Tensor.Of(1.0, requiresGrad: true);
        Func<Tensor, Tensor?> doubled = g => g * 2;
        var first = x.RegisterHook(doubled);
        using var second = x.RegisterHook(doubled);
        (x * 1).Backward();
        Assert.Equal(4, x.Grad.Item<double>());
        first.Dispose();
        first.Dispose();
        x.Grad = null;
        (x * 1).Backward();
        Assert.Equal(2, x.Grad!.Item<double>());
    }

    [Fact]
    public void A_node_hook_replaces_what_operands_get()
    {
        var a = Tensor.Of(3.0, requiresGrad: true);
        var b = Tensor.Of(4.0, requiresGrad: true);
        var y = a * b;
        y.GradFn.RegisterHook((given, _) => [given[0]! * 10, null]);
        y.Backward();
        Assert.Equal((40, 3), (a.Grad.Item<double>(), b.Grad.Item<double>()));
    }

    [Fact]
    public void What_a_hook_is_given_and_makes_is_its_own_however_large()
    {
        var x = Tensor.Rand([20_000], requiresGrad: true, dtype: DType.Float64);
        var seen = new List<Tensor>();
        var y = x * 2;
        var z = y.Relu();
        y.RegisterHook(g =>
        {
            seen.Add(g);
            seen.Add(g * 3);
            return g * 5;
        });
        z.GradFn.RegisterHook((given, g) =>
        {
            seen.Add(given[0]!);
            seen.Add(g);
        });
        z.Backward(gradient: Tensor.Full([20_000], 7, dtype: DType.Float64));
        (x * x).Sum().Backward();

        Assert.Equal([7, 7, 7, 21], seen.Select(g => g.Mean().Item<double>()).Select(mean => Math.Round(mean, 9)));
        Assert.Equal([7, 7, 7, 21], seen.Select(g => g[^1].Item<double>()));
        Assert.Equal(70 + 2 * x[0].Item<double>(), x.Grad[0].Item<double>(), 1e-9);
    }

    [Fact]
    public void A_hook_can_differentiate_in_turn()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var y = x.Pow(3);
        Tensor? inner = null;
        y.RegisterHook(_ =>
        {
            using (Autograd.EnableGrad())
            {
                inner = Autograd.Grad(x.Pow(2), [x])[0];
            }
        });
        y.Backward();
        Assert.Equal((4, 12), (inner!.Item<double>(), x.Grad.Item<double>()));
    }

    [Fact]
    public void With_createGraph_a_hook_is_part_of_what_is_differentiated()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var y = x.Pow(3);
        x.RegisterHook(g => g * x);
        y.Backward(createGraph: true);
        Assert.Equal(24, x.Grad.Item<double>()); // 3x³
        Assert.Equal(72, Autograd.Grad(x.Grad, [x])[0].Item<double>()); // 9x², and the hook once more
    }

    [Fact]
    public void A_failing_hook_changes_no_gradient_and_the_graph_can_be_used_again()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var w = Tensor.Of(3.0, requiresGrad: true);
        var loss = x.Pow(2) + w.Pow(2);
        var hook = x.RegisterHook(_ => throw new TimeoutException());
        Assert.Throws<TimeoutException>(() => loss.Backward());
        Assert.True(x.Grad is null && w.Grad is null);
        hook.Dispose();
        loss.Backward();
        Assert.Equal((4, 6), (x.Grad!.Item<double>(), w.Grad!.Item<double>()));
    }

    [Fact]
    public void A_cancelled_backward_changes_no_gradient_and_the_graph_can_be_used_again()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var w = Tensor.Of(3.0, requiresGrad: true);
        using var source = new CancellationTokenSource();
        var y = x.Pow(2);
        var loss = w.Pow(2) + y;
        using var hook = y.RegisterHook(_ => source.Cancel());
        Assert.Throws<OperationCanceledException>(() => loss.Backward(cancellationToken: source.Token));
        Assert.True(x.Grad is null && w.Grad is null);
        loss.Backward();
        Assert.Equal((4, 6), (x.Grad!.Item<double>(), w.Grad!.Item<double>()));
    }

    [Fact]
    public void A_parameter_can_step_as_soon_as_gradients_are_there()
    {
        var w = Tensor.Of(3.0, requiresGrad: true);
        w.RegisterPostAccumulateGradHook(leaf =>
        {
            leaf.Sub_(leaf.Grad * 0.5); // as in the pass itself, nothing is recorded
            leaf.Grad = null;
        });
        for (var step = 0; step < 3; step++)
        {
            w.Pow(2).Backward();
        }

        Assert.Equal(0, w.Item<double>());
        Assert.Null(w.Grad);
    }

    [Fact]
    public void Hooks_of_inputs_that_are_asked_for_run_and_those_after_accumulation_do_not()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var y = x * 3;
        y.RetainGrad();
        y.RegisterHook(g => g * 10);
        x.RegisterHook(g => g + 1);
        x.RegisterPostAccumulateGradHook(_ => throw new TimeoutException());
        Assert.Equal([120, 361], Autograd.Grad(y * y, [y, x]).Select(g => g.Item<double>()));
        Assert.True(x.Grad is null && y.Grad is null);
    }

    [Fact]
    public void Hooks_of_a_shared_leaf_are_called_on_the_thread_of_each_backward()
    {
        var w = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var calls = 0;
        w.RegisterHook(g =>
        {
            Interlocked.Increment(ref calls);
            return g * 2;
        });
        Parallel.For(0, 200, i =>
        {
            var thread = Environment.CurrentManagedThreadId;
            var y = w * i;
            using var hook = y.RegisterHook(_ => Assert.Equal(thread, Environment.CurrentManagedThreadId));
            y.Sum().Backward();
        });
        Assert.Equal(200, calls);
        Assert.Equal([2.0 * 199 * 100, 2.0 * 199 * 100], w.Grad.ToArray<double>());
    }

    private static Tensor Logged(List<string> log, string line, Tensor result)
    {
        log.Add(line);
        return result;
    }
}
