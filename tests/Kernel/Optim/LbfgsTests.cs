namespace NotebookGrad.Tests.Optim;

/// <summary>What is particular to L-BFGS; its trajectories are with the others'.</summary>
public class LbfgsTests
{
    [Theory]
    [InlineData(LineSearch.None)]
    [InlineData(LineSearch.StrongWolfe)]
    public void A_step_comes_to_the_minimum_of_a_quadratic_function(LineSearch lineSearch)
    {
        var (x, y) = (Tensor.Of(new[,] { { 3.0, -2.0 } }, requiresGrad: true), Tensor.Of(1.0, requiresGrad: true));
        var optimizer = new Lbfgs([x, y], maxIter: 50, toleranceChange: 1e-16, lineSearch: lineSearch);
        var first = optimizer.Step(Closure);
        Assert.Equal(8 + 27 + 6, first.Item<double>(), 1e-12);
        Assert.Equal([1.0, 1, -1], [.. x.Detach().ToArray<double>(), y.Detach().Item<double>()], (a, b) => Math.Abs(a - b) < 1e-6);
        var state = optimizer.StateOf(x);
        Assert.InRange(state["n_iter"].Item<double>(), 3, 40);
        Assert.True(state["func_evals"].Item<double>() >= state["n_iter"].Item<double>());
        Assert.Empty(optimizer.StateOf(y));

        Tensor Closure()
        {
            optimizer.ZeroGrad();
            var loss = (Tensor.Of([2.0, 3.0]) * (x - 1).Square()).Sum() + (1.5 * (y + 1).Square());
            loss.Backward();
            return loss;
        }
    }

    [Fact]
    public void The_closure_may_be_compiled_and_runs_with_gradients_under_NoGrad()
    {
        var (plain, compiled) = (Run(closure => closure), Run(closure => Autograd.Compile(closure).Call));
        Assert.Equal(plain, compiled);

        static double[] Run(Func<Func<Tensor>, Func<Tensor>> make)
        {
            var x = Tensor.Of([-1.2, 1.0], requiresGrad: true);
            var optimizer = new Lbfgs([x], toleranceChange: 1e-16, lineSearch: LineSearch.StrongWolfe);
            var closure = make(() =>
            {
                optimizer.ZeroGrad();
                var loss = (100 * (x[1] - x[0].Square()).Square()) + (1 - x[0]).Square();
                loss.Backward();
                return loss;
            });
            using (Autograd.NoGrad())
            {
                optimizer.Step(closure);
                optimizer.Step(closure);
            }

            Assert.All(x.Detach().ToArray<double>(), one => Assert.Equal(1, one, 1e-5));
            return x.Detach().ToArray<double>();
        }
    }

    [Fact]
    public void A_step_that_begins_at_a_minimum_changes_nothing()
    {
        var x = Tensor.Of([1.0], requiresGrad: true);
        var optimizer = new Lbfgs([x]);
        optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            var loss = (x - 1).Square().Sum();
            loss.Backward();
            return loss;
        });
        Assert.Equal(1, x.Detach().Item<double>());
        Assert.Equal(["func_evals", "n_iter"], optimizer.StateOf(x).Keys);
    }
}
