using NotebookGrad.Inspection;
using static NotebookGrad.Tests.Inspection.ReplayedGraphs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells of random operations and of functions that a user brings.</summary>
public class ReplayedFunctionsTests
{
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
}
