namespace NotebookGrad.Tests;

/// <summary>Gradients of several outputs by several inputs, without <c>.Grad</c>.</summary>
public class GradTests
{
    [Fact]
    public void Several_outputs_are_differentiated_as_their_weighted_sum()
    {
        var x = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var w = Tensor.Of(3.0, requiresGrad: true);
        var y = x * w;
        var z = y.Pow(2).Sum();
        var gradients = Autograd.Grad([y, z, y], [x, w, y], [Tensor.Of([1.0, 10.0]), null, Tensor.Of([0.5, 0.5])]);

        // y's own: 1.5 and 10.5, and 2y from z; x's: w times that; w's: x times that.
        Assert.Equal([22.5, 67.5], gradients[0].ToArray<double>());
        Assert.Equal(7.5 + 45, gradients[1].Item<double>());
        Assert.Equal([7.5, 22.5], gradients[2].ToArray<double>());
        Assert.True(x.Grad is null && w.Grad is null);
    }

    [Fact]
    public void An_output_that_another_is_made_of_waits_for_its_gradient()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var y = x * 3;
        Assert.Equal(3 * (1 + 2 * 6), Autograd.Grad([y.Pow(2), y], [x], retainGraph: true)[0].Item<double>());
        Assert.Equal(3 * (1 + 2 * 6), Autograd.Grad([y, y.Pow(2)], [x])[0].Item<double>());
    }

    [Fact]
    public void An_unused_input_has_null_where_that_is_allowed()
    {
        var (x, unused, data) = (Tensor.Of(2.0, requiresGrad: true), Tensor.Of(1.0, requiresGrad: true), Tensor.Of(1.0));
        var gradients = Autograd.Grad(x.Pow(2), [x, unused, data], allowUnused: true);
        Assert.Equal(4, gradients[0].Item<double>());
        Assert.True(gradients[1] is null && gradients[2] is null);
    }

    [Fact]
    public void Only_what_lies_on_the_way_is_used_up()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var shared = x.Exp();
        var y = shared.Pow(2);
        Assert.Equal(2 * Math.Exp(2), Autograd.Grad(y, [shared])[0].Item<double>(), 1e-12);
        shared.Backward();
        Assert.Equal(Math.Exp(2), x.Grad.Item<double>(), 1e-12);
    }

    [Fact]
    public void Gradients_gathered_with_createGraph_are_each_leafs_own()
    {
        var x = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var z = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var seed = Tensor.Of([1.0, 1.0]);
        (x + z).Backward(gradient: seed, createGraph: true);
        x.Grad.Mul_(5);
        Assert.Equal([1.0, 1.0], z.Grad.ToArray<double>());
        Assert.Equal([1.0, 1.0], seed.ToArray<double>());
    }
}
