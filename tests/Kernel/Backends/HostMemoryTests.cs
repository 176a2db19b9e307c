namespace NotebookGrad.Tests.Backends;

/// <summary>Large blocks are used again and again; no living tensor may ever see another's numbers.</summary>
public class HostMemoryTests
{
    [Fact]
    public void Living_tensors_keep_their_numbers_while_dead_ones_are_reused()
    {
        var living = new List<(Tensor Tensor, float Value)>();
        for (var i = 0; i < 400; i++)
        {
            var tensor = Tensor.Full([100_000 + (i % 3)], (float)i) + 0f;
            if (i % 7 == 0)
            {
                living.Add((tensor, i));
            }
        }

        foreach (var (tensor, value) in living)
        {
            Assert.DoesNotContain(tensor.ToArray<float>(), element => element != value);
        }
    }

    [Fact]
    public void Who_asks_for_too_much_is_told_the_operation_and_its_operands()
    {
        var (column, row) = (Tensor.Ones(1 << 16, 1).Named("column"), Tensor.Ones(1 << 16).Named("row"));
        Assert.StartsWith(
            "mul(column [65536, 1], row [65536]): cpu: a tensor of 4,294,967,296 elements is too large",
            Assert.Throws<OutOfMemoryException>(() => column * row).Message);
    }

    [Fact]
    public void Gradients_of_large_graphs_survive_the_reuse_of_temporaries()
    {
        for (var round = 0; round < 20; round++)
        {
            var x = Tensor.Full([50_000], 0.5f, requiresGrad: true);
            var y = x;
            for (var i = 0; i < 10; i++)
            {
                y = (y.Tanh() * 2 + y).Sigmoid();
            }

            y.Backward(gradient: Tensor.Ones(50_000));
            var scalar = Tensor.Of(0.5f, requiresGrad: true);
            var z = scalar;
            for (var i = 0; i < 10; i++)
            {
                z = (z.Tanh() * 2 + z).Sigmoid();
            }

            z.Backward();
            var expected = scalar.Grad.Item<float>();
            Assert.DoesNotContain(x.Grad.ToArray<float>(), value => Math.Abs(value - expected) > Math.Abs(expected) * 1e-4);
        }
    }

    [Fact]
    public void A_gradient_that_somebody_else_needs_is_not_written_over()
    {
        var values = Enumerable.Range(0, 20_000).Select(i => (i % 7) - 3f).ToArray();
        var x = Tensor.Of(values, requiresGrad: true);
        var doubled = x * 2;
        var y = doubled.Relu();
        var z = (y * 3).Relu();
        var loss = (z + y + doubled.Relu()).Sum();

        var gradients = Autograd.Grad(loss, [y, z, doubled, x], retainGraph: true);
        loss.Backward();
        Assert.DoesNotContain(gradients[0].ToArray<float>().Index(), pair => pair.Item != (values[pair.Index] > 0 ? 4 : 1));
        Assert.DoesNotContain(gradients[1].ToArray<float>(), gradient => gradient != 1);
        Assert.DoesNotContain(gradients[2].ToArray<float>().Index(), pair => pair.Item != (values[pair.Index] > 0 ? 5 : 0));
        Assert.DoesNotContain(gradients[3].ToArray<float>().Index(), pair => pair.Item != (values[pair.Index] > 0 ? 10 : 0));
        Assert.Equal(gradients[3].ToArray<float>(), x.Grad.ToArray<float>());

        var seed = Tensor.Full([20_000], 2f);
        x.Relu().Backward(gradient: seed);
        Assert.DoesNotContain(seed.ToArray<float>(), element => element != 2);
    }
}
