using NotebookGrad.Exploration;
using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Exploration;

public class ActivationTests
{
    [Fact]
    public void Values_and_derivatives_are_those_of_PyTorch()
    {
        var known = StoredExplorations.Known;
        var curves = Explore.Activations().Curves;
        Assert.Equal(known.Activations.Keys, curves.Select(curve => curve.Name));
        foreach (var curve in curves)
        {
            foreach (var (i, input) in known.Inputs.Index())
            {
                var place = (int)Math.Round((input + 6) * 100);
                Assert.Equal(input, curve.Inputs[place], 1e-12);
                Assert.Equal(known.Activations[curve.Name].Values[i], curve.Values[place], 1e-12);
                Assert.Equal(known.Activations[curve.Name].Derivatives[i], curve.Derivatives[place], 1e-12);
            }
        }
    }

    [Fact]
    public void A_sigmoid_is_steepest_in_the_middle_and_saturated_at_both_ends()
    {
        var sigmoid = Explore.Activation(new Sigmoid()).Curves.Single();
        Assert.Equal(("sigmoid", 0.25, 0.0), (sigmoid.Name, sigmoid.Steepest, sigmoid.SteepestAt));
        Assert.Equal(Math.Pow(0.25, 10), sigmoid.Product(10));

        // σ(1 − σ) = 0.05/4 at the logarithm of σ/(1 − σ), to the next of the inputs.
        var root = (1 - Math.Sqrt(1 - 0.05)) / 2;
        var edge = Math.Ceiling(100 * Math.Log((1 - root) / root)) / 100;
        Assert.Equal([-6, -edge, edge, 6], sigmoid.Saturated.SelectMany(range => new[] { range.From, range.To }), Near);
    }

    [Fact]
    public void A_derivative_that_is_greatest_at_many_places_has_no_place()
    {
        var relu = Explore.Activation(x => x.Relu()).Curves.Single();
        Assert.Equal(("relu", 1.0, null), (relu.Name, relu.Steepest, relu.SteepestAt));
        Assert.Equal([new InputRange(-6, 0)], relu.Saturated);
    }

    [Fact]
    public void A_function_of_several_operations_has_the_name_that_it_is_given()
    {
        Assert.Equal("f", Explore.Activation(x => x * x.Sigmoid()).Curves.Single().Name);
        Assert.Equal("swish", Explore.Activation(x => x * x.Sigmoid(), "swish").Curves.Single().Name);
    }

    [Fact]
    public void Constants_and_the_identity_have_derivatives_too()
    {
        var constant = Explore.Activation(x => Tensor.ZerosLike(x)).Curves.Single();
        Assert.Equal((0.0, new InputRange(-6, 6)), (constant.Steepest, constant.Saturated.Single()));
        Assert.Equal(1, Explore.Activation(x => x).Curves.Single().Steepest);
    }

    [Fact]
    public void Where_a_function_is_not_finite_its_derivative_does_not_count()
    {
        // log x is NaN below 0, where the engine's 1/x is a number all the same.
        var log = Explore.Activation(x => x.Log(), from: -1, to: 1).Curves.Single();
        Assert.Equal(600, log.SteepestAt is { } x ? 1 / x : 0, 1e-9);
        Assert.All(log.Saturated, range => Assert.True(range.From > 0));
        Assert.Equal(double.NaN, Explore.Activation(x => x * double.NaN).Curves.Single().Steepest);
    }

    [Fact]
    public void Nothing_is_gathered_in_a_module_and_nothing_is_asked_of_the_mode()
    {
        var prelu = new Prelu();
        using (Autograd.NoGrad())
        {
            Assert.Equal(1, Explore.Activation(prelu).Curves.Single().Steepest);
        }

        Assert.Null(prelu.Parameters[0].Grad);
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
