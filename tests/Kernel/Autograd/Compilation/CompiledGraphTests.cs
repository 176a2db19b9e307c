namespace NotebookGrad.Tests;

/// <summary>Graphs through compiled functions: one node each, which can be differentiated as any other.</summary>
public class CompiledGraphTests
{
    private static readonly double[] Numbers = [0.3, -0.7, 1.1];

    [Fact]
    public void Are_small_and_join_what_is_around()
    {
        var (x, w) = (Tensor.Of(Numbers, requiresGrad: true), Tensor.Of(Numbers, requiresGrad: true));
        var f = Warm(y => (y * w).Tanh().Exp().Sin(), x * 2);
        var loss = f.Call(x * 2).Sum();
        Assert.Equal("compiled", f.Call(x * 2).GradFn.OperationName);
        loss.Backward();
        var expected = Autograd.Grad(((x * 2) * w).Tanh().Exp().Sin().Sum(), [x, w]);
        Bits.AssertEqual(expected[0], x.Grad, "the gradient by what the input was made from");
        Bits.AssertEqual(expected[1], w.Grad, "the gradient by what the function captured");
    }

    [Fact]
    public void Are_not_gone_back_through_before_anybody_asks()
    {
        var (x, w) = (Tensor.Of(Numbers, requiresGrad: true), Tensor.Of(Numbers, requiresGrad: true));
        var f = Autograd.Compile((Tensor y) => (y * w).Tanh().Sum());
        for (var i = 0; i < 3; i++)
        {
            var value = f.Call(x);
            var pictured = value.Graph();
            Assert.All(pictured.Nodes, node => Assert.Null(node.Gradient));
            Assert.False(value.Node!.Differentiated);
            Assert.Null(x.Grad);
        }
    }

    [Fact]
    public void What_the_input_was_made_from_may_be_used_inside_too()
    {
        var w = Tensor.Of(Numbers, requiresGrad: true);
        var f = Warm(y => (y * w).Sum(), w * w);
        f.Call(w * w).Backward();
        Bits.AssertEqual(3 * w.Detach().Square(), w.Grad, "the gradient of w³");
    }

    [Fact]
    public void May_be_gone_back_through_twice_and_differentiated_again()
    {
        var x = Tensor.Of(Numbers, requiresGrad: true);
        var f = Warm(y => (y * y * y).Tanh(), x);
        var value = f.Call(x).Sum();
        var first = Autograd.Grad(value, [x], retainGraph: true)[0];
        Bits.AssertEqual(first, Autograd.Grad(value, [x])[0], "the gradient again");

        Tensor Second(Tensor value) => Autograd.Grad(Autograd.Grad(value, [x], createGraph: true)[0].Square().Sum(), [x])[0];
        Bits.AssertEqual(Second((x * x * x).Tanh().Sum()), Second(f.Call(x).Sum()), "the second derivative");
        Bits.AssertEqual(
            Autograd.Jvp((x * x * x).Tanh(), [x], [Tensor.OnesLike(x)]),
            Autograd.Jvp(f.Call(x), [x], [Tensor.OnesLike(x)]),
            "the derivative along a direction");
    }

    [Fact]
    public void Results_of_several_calls_wait_for_their_backward_passes()
    {
        var x = Tensor.Of(Numbers, requiresGrad: true);
        var f = Warm(y => (y * y).Exp().Sum(), x);
        var values = Enumerable.Range(1, 5).Select(i => f.Call(x * i)).ToArray();
        Assert.All(values.Index().Reverse(), pair => Bits.AssertEqual(
            Expected(pair.Index + 1), Autograd.Grad(pair.Item, [x])[0], $"call {pair.Index}"));

        Tensor Expected(int i)
        {
            var y = x * i;
            return Autograd.Grad((y * y).Exp().Sum(), [x])[0];
        }
    }

    [Fact]
    public void A_change_in_place_before_the_backward_pass_is_refused()
    {
        var (x, w) = (Tensor.Of(Numbers, requiresGrad: true), Tensor.Of(Numbers, requiresGrad: true));
        var f = Warm(y => (y * w).Sum(), x);
        var value = f.Call(x);
        using (Autograd.NoGrad())
        {
            w.Add_(1);
        }

        var error = Assert.Throws<InvalidOperationException>(() => value.Backward());
        Assert.Contains("was changed in place since", error.Message);

        var input = x * 2;
        value = f.Call(input);
        input.Detach().Add_(1);
        error = Assert.Throws<InvalidOperationException>(() => value.Backward());
        Assert.Contains("was changed in place by add_", error.Message);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void A_graph_from_before_notices_that_a_compiled_step_changed_what_it_kept()
    {
        var w = Tensor.Of(Numbers, requiresGrad: true);
        var step = Autograd.Compile(() =>
        {
            w.Grad = null;
            var loss = (w * w).Sum();
            loss.Backward();
            using (Autograd.NoGrad())
            {
                w.Sub_(0.1 * w.Grad!);
            }

            return loss;
        });
        Assert.All(Enumerable.Range(0, 3), _ => step.Call());
        var before = w.Exp() * w;
        step.Call();
        Assert.Equal(2, step.Report.Replays);
        Assert.Contains("changed in place by sub_", Assert.Throws<InvalidOperationException>(() => before.Sum().Backward()).Message);
    }

    [Fact]
    public void A_function_with_effects_is_not_called_again_for_a_second_derivative()
    {
        var (x, count) = (Tensor.Of(Numbers, requiresGrad: true), Tensor.Of(0.0));
        var f = Warm(
            y =>
            {
                count.Add_(1);
                return (y * y).Sum();
            },
            x);
        var value = f.Call(x);
        Assert.Equal(4, count.Item<double>());
        var error = Assert.Throws<InvalidOperationException>(() => Autograd.Grad(value, [x], createGraph: true));
        Assert.Contains("changes tensors in place", error.Message);
        Assert.Equal(4, count.Item<double>());
    }

    // Called until it is replayed.
    private static Compiled<Func<Tensor, Tensor>> Warm(Func<Tensor, Tensor> function, Tensor input)
    {
        var compiled = Autograd.Compile(function);
        Assert.All(Enumerable.Range(0, 3), _ => compiled.Call(input));
        Assert.Equal(1, compiled.Report.Replays);
        return compiled;
    }
}
