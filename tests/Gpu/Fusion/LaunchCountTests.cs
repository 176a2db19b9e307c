using NotebookGrad.Backends.Gpu;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Fusion;

/// <summary>How many kernels a device is asked for.</summary>
public class LaunchCountTests
{
    private static readonly Func<Tensor, Tensor>[] Activations =
        [x => x.Relu(), x => x.Tanh(), x => x.Sigmoid(), x => Functional.Gelu(x)];

    [Fact]
    public void A_chain_of_calls_is_one_launch_forward_and_one_backward()
    {
        var device = Accelerators.Simulate();
        var x = Tensor.Of([0.5f, -1, 2, 3, -4], device: device).RequiresGrad_();
        var ones = Tensor.Ones([5], device: device);
        var compiled = Autograd.Compile((Tensor x) => ((((x * 2) + 1).Tanh() * x) - 0.5f).Sigmoid() * 3);
        var (forward, backward) = (0L, 0L);
        for (var call = 0; call < 4; call++)
        {
            x.Grad = null;
            Tensor? y = null;
            forward = Launches(device, () => y = compiled.Call(x));
            backward = Launches(device, () => y!.Backward(ones));
        }

        Assert.Equal((1, 1), (forward, backward));
    }

    [Fact]
    public void A_step_of_training_takes_no_more_launches_than_it_did()
    {
        var device = Accelerators.Simulate();
        Linear[] layers = [new(8, 16), new(16, 4)];
        Array.ForEach(layers, layer => layer.To(device));
        var (x, labels) = (Tensor.Randn(32, 8).To(device), Tensor.Arange(32).Remainder(4).To(DType.Int64).To(device));
        var optimizer = new Adam(layers.SelectMany(layer => layer.Parameters), 0.01);
        Tensor Step(Tensor x, Tensor labels)
        {
            optimizer.ZeroGrad();
            var loss = Functional.CrossEntropy(layers[1].Call(layers[0].Call(x).Relu()), labels);
            loss.Backward();
            optimizer.Step();
            return loss.Detach();
        }

        Step(x, labels);
        var eager = Fewest(device, () => Step(x, labels));
        var compiled = Autograd.Compile((Tensor x, Tensor labels) => Step(x, labels));
        var replayed = 0L;
        for (var call = 0; call < 4; call++)
        {
            replayed = Launches(device, () => compiled.Call(x, labels));
        }

        Assert.InRange(eager, 1, 19);
        Assert.InRange(replayed, 1, 14);
    }

    [Theory]
    [InlineData(32, 1)]
    [InlineData(3000, 2)]
    public void A_loss_of_classes_is_one_launch_forward_and_one_backward_or_two_where_labels_are_many(
        int count, int expected)
    {
        var device = Accelerators.Simulate();
        var x = Tensor.Randn(count, 4).To(device).RequiresGrad_();
        var labels = Tensor.Arange(count).Remainder(4).To(DType.Int64).To(device);
        var one = Tensor.Ones([], device: device);
        var loss = new NotebookGrad.Operations.CrossEntropy { OfLogits = true, LabelSmoothing = 0.1 };
        Tensor? value = null;
        Assert.Equal(1, Launches(device, () => value = loss.Apply(x, labels)));
        Assert.Equal(expected, Launches(device, () => value!.Backward(one)));
    }

    [Fact]
    public void A_number_that_was_there_before_is_no_launch()
    {
        var device = Accelerators.Simulate();
        using var scope = device.Use();
        var (x, mask) = (Tensor.Of([0.5f, -1, 2]), Tensor.Of([true, false, true]));
        Assert.All<Func<Tensor>>(
            [() => x * 2, () => x > 0.5, () => x.Mul_(0.75), () => x.MaskedFill(mask, 4)],
            calculation =>
            {
                calculation();
                Assert.Equal(1, Fewest(device, () => calculation()));
            });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(32, 1)]
    [InlineData(33, 2)]
    public void An_optimisers_step_is_one_launch_for_32_parameters(int count, int expected)
    {
        var device = Accelerators.Simulate();
        Tensor[] parameters =
            [.. Enumerable.Range(1, count).Select(i => Tensor.Ones([i], device: device).RequiresGrad_())];
        Array.ForEach(parameters, parameter => parameter.Grad = Tensor.Ones(parameter.Shape, device: device));
        var optimizer = new Adam(parameters, 0.01);
        optimizer.Step();
        Assert.Equal(expected, Launches(device, optimizer.Step));
    }

    [Fact]
    public void Bias_and_activation_are_one_launch_behind_a_product()
    {
        var device = Accelerators.Simulate();
        var layer = new Linear(8, 16);
        layer.To(device);
        var x = Tensor.Randn(2, 3, 8).To(device);
        using var unrecorded = Autograd.NoGrad();
        Assert.All(Activations, activation =>
        {
            var compiled = Autograd.Compile((Tensor x) => activation(layer.Call(x)));
            var launches = 0L;
            for (var call = 0; call < 4; call++)
            {
                launches = Launches(device, () => compiled.Call(x));
            }

            Assert.Equal((2, 2), (launches, Launches(device, () => layer.Call(x))));
        });
    }

    // Tests at the same time use numbers, too, of which only so many are kept.
    private static long Fewest(Device device, Action work) =>
        Enumerable.Range(0, 10).Min(_ => Launches(device, work));

    private static long Launches(Device device, Action work)
    {
        var backend = (GpuBackend)device.Backend;
        var before = backend.Launches;
        work();
        return backend.Launches - before;
    }
}
