namespace NotebookGrad.Tests.Optim;

/// <summary>Averages of weights against PyTorch's; see <c>Reference/clipping.py</c>.</summary>
public class WeightAverageTests
{
    [Theory]
    [InlineData("equal", false)]
    [InlineData("equal", true)]
    [InlineData("decayed", false)]
    [InlineData("decayed", true)]
    public void Averages_are_those_of_PyTorch(string kind, bool compiled)
    {
        var stored = GradientClippingTests.Stored;
        var weights = GradientClippingTests.Leaves();
        var average = new WeightAverage(weights, kind == "equal" ? null : stored.GetProperty("decay").GetDouble());
        Func<Tensor, Tensor> update = factor =>
        {
            using (Autograd.NoGrad())
            {
                foreach (var weight in weights)
                {
                    weight.Copy_(weight.Grad * factor);
                }
            }

            average.Update();
            return factor * 1;
        };
        update = compiled ? Autograd.Compile(update).Call : update;
        foreach (var (i, expected) in stored.GetProperty(kind).EnumerateArray().Index())
        {
            update(Tensor.Of((i + 1.0) * (i + 1)));
            Assert.Equal(
                GradientClippingTests.Numbers(expected),
                average.Averages.SelectMany(one => one.ToArray<double>()),
                (a, b) => Math.Abs(a - b) <= 1e-12 * (1 + Math.Abs(a)));
        }
    }

    [Fact]
    public void The_parameters_are_the_averages_within_a_scope_and_themselves_after_it()
    {
        var (weight, mean) = (Tensor.Of([1f, 2f], requiresGrad: true), Tensor.Of([5f]));
        var average = new WeightAverage([weight, mean]);
        average.Update();
        using (Autograd.NoGrad())
        {
            weight.Copy_(Tensor.Of([3f, 6f]));
        }

        average.Update();
        using (average.Apply())
        {
            Assert.Equal([2f, 4f], weight.Detach().ToArray<float>());
            Assert.True(weight.RequiresGrad);
            Assert.Throws<InvalidOperationException>(average.Update);
        }

        Assert.Equal([3f, 6f], weight.Detach().ToArray<float>());
        Assert.Equal([5f], mean.ToArray<float>());
        average.Update();
    }

    [Fact]
    public void A_weight_that_lies_transposed_is_averaged_as_it_reads()
    {
        var weight = Tensor.Of([1f, 2, 3, 4, 5, 6]).Reshape(2, 3).T;
        var average = new WeightAverage([weight], 0.5);
        average.Update();
        Assert.Equal([1f, 4, 2, 5, 3, 6], average.Averages[0].ToArray<float>());
    }
}
