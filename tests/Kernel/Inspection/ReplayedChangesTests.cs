using NotebookGrad.Inspection;
using static NotebookGrad.Tests.Inspection.ReplayedGraphs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What a picture tells where something was changed in place, before or after it was recorded.</summary>
public class ReplayedChangesTests
{
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
}
