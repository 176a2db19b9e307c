namespace NotebookGrad.Tests;

public class RecordingTests
{
    [Fact]
    public void Nothing_is_recorded_under_NoGrad_and_again_under_EnableGrad()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        using (Autograd.NoGrad())
        {
            Assert.False((x * 2).RequiresGrad);
            using (Autograd.EnableGrad())
            {
                Assert.True((x * 2).RequiresGrad);
            }

            Assert.False(Autograd.IsRecording);
        }

        Assert.True((x * 2).RequiresGrad);
    }

    [Fact]
    public async Task A_mode_set_before_an_await_holds_after_it_and_only_there()
    {
        using (Autograd.NoGrad())
        {
            await Task.Delay(1);
            Assert.False(Autograd.IsRecording);
        }

        Assert.True(Autograd.IsRecording);
    }

    [Fact]
    public void A_detached_tensor_is_a_constant_that_shares_the_elements()
    {
        var x = Tensor.Of([1f, 2f], requiresGrad: true);
        var loss = (x * x.Detach()).Sum();
        loss.Backward();
        Assert.Equal([1f, 2f], x.Grad.ToArray<float>());
    }

    [Fact]
    public void Leaves_and_results_tell_what_they_are()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var y = (x * 3).Named("y");
        Assert.True(x.IsLeaf && x.GradFn is null && x.RequiresGrad);
        Assert.True(!y.IsLeaf && y.RequiresGrad);
        Assert.Equal("mul", y.GradFn.OperationName);
        Assert.Equal("y", y.GradFn.Name);
        Assert.StartsWith("mul → y []", y.GradFn.ToString());
    }

    [Fact]
    public void Gradients_can_be_differentiated_in_turn()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var first = Autograd.Grad(x.Pow(3), [x], createGraph: true)[0];
        var second = Autograd.Grad(first, [x], createGraph: true)[0];
        var third = Autograd.Grad(second, [x])[0];
        Assert.Equal((12, 12, 6), (first.Item<double>(), second.Item<double>(), third.Item<double>()));
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Gradients_of_two_leaves_are_never_the_same_block()
    {
        var x = Tensor.Of([1f, 2f], requiresGrad: true);
        var y = Tensor.Of([1f, 2f], requiresGrad: true);
        var seed = Tensor.Ones(2);
        (x + y).Backward(gradient: seed);
        x.Grad.Mul_(5);
        Assert.Equal([1f, 1f], y.Grad.ToArray<float>());
        Assert.Equal([1f, 1f], seed.ToArray<float>());
    }

    [Fact]
    public void A_value_used_many_times_gathers_all_its_gradients()
    {
        var x = Tensor.Randn([20_000], requiresGrad: true, dtype: DType.Float64);
        var y = x * 2;
        (y + y.Tanh() + y * y + y.Relu()).Sum().Backward();
        var expected = x.ToArray<double>().Select(v => 2 * (1 + (1 - Math.Pow(Math.Tanh(2 * v), 2)) + 4 * v + (v > 0 ? 1 : 0)));
        Assert.Equal(expected, x.Grad.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Graphs_on_many_threads_give_the_serial_answer()
    {
        var w = Tensor.Of([1.0, 2.0, 3.0], requiresGrad: true);
        Parallel.For(0, 200, i =>
        {
            var x = Tensor.Of([1.0 * i, 1.0, -1.0]);
            (w * x).Tanh().Pow(2).Sum().Backward();
        });

        var serial = Tensor.Of([1.0, 2.0, 3.0], requiresGrad: true);
        for (var i = 0; i < 200; i++)
        {
            (serial * Tensor.Of([1.0 * i, 1.0, -1.0])).Tanh().Pow(2).Sum().Backward();
        }

        Assert.Equal(serial.Grad.ToArray<double>(), w.Grad.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
