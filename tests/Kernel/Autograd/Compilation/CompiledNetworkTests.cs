using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests;

/// <summary>Steps of training small networks, compiled: losses, gradients and parameters to the last bit.</summary>
public class CompiledNetworkTests
{
    private const int Steps = 6;

    [Fact]
    public void A_perceptron_for_numbers() => AssertSame(
        [[2, 16], [16], [16, 1], [1]],
        (p, x) => Functional.MseLoss((x.MatMul(p[0]) + p[1]).Tanh().MatMul(p[2]) + p[3], Wave(1.3, 32, 1)),
        () => Wave(0.7, 32, 2));

    [Fact]
    public void A_perceptron_for_classes() => AssertSame(
        [[12, 30], [12], [4, 12], [4]],
        (p, x) => Functional.CrossEntropy(
            Functional.Linear(Functional.Linear(x, p[0], p[1]).Relu(), p[2], p[3]),
            Tensor.Of([0L, 1, 2, 3, 2, 1, 0, 3])),
        () => Wave(0.7, 8, 30));

    [Fact]
    public void A_convolutional_network_on_a_device()
    {
        using var there = new Device(new MeteredBackend()).Use();
        A_convolutional_network();
    }

    [Fact]
    public void A_convolutional_network() => AssertSame(
        [[3, 1, 5, 5], [3], [4, 3, 3, 3], [4], [5, 36], [5]],
        (p, x) =>
        {
            var maps = Functional.MaxPool2d(Functional.Conv2d(x, p[0], p[1], padding: 2).Tanh(), 2);
            maps = Functional.AvgPool2d(Functional.Conv2d(maps, p[2], p[3], padding: 1).Relu(), 2);
            return Functional.CrossEntropy(Functional.Linear(maps.Flatten(1), p[4], p[5]), Tensor.Of([4L, 0, 3]));
        },
        () => Wave(0.7, 3, 1, 12, 12));

    [Fact]
    public void A_recurrent_network() => AssertSame(
        [[24, 5], [24], [24, 6], [24]],
        (p, x) =>
        {
            var (h, c) = (Tensor.Zeros([4, 6]), Tensor.Zeros([4, 6]));
            foreach (var one in x.Unbind())
            {
                var gates = (Functional.Linear(one, p[0], p[1]) + Functional.Linear(h, p[2], p[3])).Chunk(4, 1);
                c = (gates[1].Sigmoid() * c) + (gates[0].Sigmoid() * gates[2].Tanh());
                h = gates[3].Sigmoid() * c.Tanh();
            }

            return Functional.MseLoss(h, Wave(1.3, 4, 6));
        },
        () => Wave(0.7, 7, 4, 5));

    [Fact]
    public void A_transformer_block() => AssertSame(
        [[24, 8], [24], [8, 8], [8], [8], [8], [16, 8], [16], [8, 16], [8]],
        (p, x) =>
        {
            var qkv = Functional.Linear(x, p[0], p[1]).Reshape(2, 6, 3, 2, 4).Permute(2, 0, 3, 1, 4).Unbind();
            var mixed = Functional.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2]);
            x = x + Functional.Linear(mixed.Transpose(1, 2).Reshape(2, 6, 8), p[2], p[3]);
            x = Functional.LayerNorm(x, [8], p[4], p[5]);
            return Functional.MseLoss(x + Functional.Linear(Functional.Gelu(Functional.Linear(x, p[6], p[7])), p[8], p[9]), Wave(1.3, 2, 6, 8));
        },
        () => Wave(0.7, 2, 6, 8));

    [Fact]
    public void Batch_normalisation_with_its_running_statistics()
    {
        var (mean, variance) = (Tensor.Zeros([3]), Tensor.Ones([3]));
        var (ownMean, ownVariance) = (Tensor.Zeros([3]), Tensor.Ones([3]));
        Tensor Normal(Tensor x, Tensor mean, Tensor variance) =>
            Functional.BatchNorm(x, mean, variance, training: true).Square().Mean();

        var compiled = Autograd.Compile((Tensor x) => Normal(x, ownMean, ownVariance));
        for (var step = 0; step < Steps; step++)
        {
            var x = Wave(0.3 + step, 5, 3);
            Bits.AssertEqual(Normal(x, mean, variance), compiled.Call(x), "the value");
            Bits.AssertEqual(mean, ownMean, "the running mean");
            Bits.AssertEqual(variance, ownVariance, "the running variance");
        }

        Assert.Equal(Steps - 2, compiled.Report.Replays);
    }

    [Fact]
    public void Adam_whose_count_of_steps_is_a_tensor()
    {
        Func<Tensor, Tensor> Step(out Tensor w)
        {
            var (parameter, mean, square, count) = (Wave(0.3, 4, 3).RequiresGrad_(), Tensor.Zeros([4, 3]), Tensor.Zeros([4, 3]), Tensor.Of(0f));
            w = parameter;
            return x =>
            {
                parameter.Grad = null;
                var loss = x.MatMul(parameter).Tanh().Sum();
                loss.Backward();
                using (Autograd.NoGrad())
                {
                    var gradient = parameter.Grad!;
                    count.Add_(1);
                    mean.Lerp_(gradient, 0.1);
                    square.Mul_(0.999).Addcmul_(gradient, gradient, 0.001);
                    var size = (square.Sqrt() / (1 - Tensor.Of(0.999f).Pow(count)).Sqrt()).Add_(1e-8);
                    parameter.Sub_(0.01 * mean / (1 - Tensor.Of(0.9f).Pow(count)) / size);
                }

                return loss;
            };
        }

        var (eager, compiled) = (Step(out var w), Autograd.Compile(Step(out var own)));
        for (var step = 0; step < Steps; step++)
        {
            var x = Wave(0.7 + step, 5, 4);
            Bits.AssertEqual(eager(x), compiled.Call(x), "the loss");
            Bits.AssertEqual(w, own, "the parameter");
        }

        Assert.Equal(Steps - 2, compiled.Report.Replays);
    }

    private static void AssertSame(int[][] shapes, Func<Tensor[], Tensor, Tensor> loss, Func<Tensor> input)
    {
        Tensor[] Parameters() => [.. shapes.Select((shape, i) => (0.3f * Wave(0.3 + (0.2 * i), shape)).RequiresGrad_())];
        var (p, whole, outer) = (Parameters(), Parameters(), Parameters());
        var step = Autograd.Compile((Tensor x) => Step(whole, loss, x));
        var value = Autograd.Compile((Tensor x) => loss(outer, x));
        for (var i = 0; i < Steps; i++)
        {
            var x = input();
            var expected = Step(p, loss, x);
            Bits.AssertEqual(expected, step.Call(x), "the loss of a compiled step");
            Bits.AssertEqual(expected, Step(outer, (_, x) => value.Call(x), x), "the compiled loss");
            foreach (var (k, one) in p.Index())
            {
                Bits.AssertEqual(one.Grad, whole[k].Grad, $"gradient {k} in a compiled step");
                Bits.AssertEqual(one.Grad, outer[k].Grad, $"gradient {k} through a compiled loss");
                Bits.AssertEqual(one, whole[k], $"parameter {k} after a compiled step");
                Bits.AssertEqual(one, outer[k], $"parameter {k} beside a compiled loss");
            }
        }

        Assert.Equal(Steps - 2, step.Report.Replays);
        Assert.Equal(Steps - 2, value.Report.Replays);
    }

    private static Tensor Step(Tensor[] parameters, Func<Tensor[], Tensor, Tensor> loss, Tensor x)
    {
        Array.ForEach(parameters, one => one.Grad = null);
        var value = loss(parameters, x);
        value.Backward();
        using (Autograd.NoGrad())
        {
            Array.ForEach(parameters, one => one.Sub_(0.1f * one.Grad));
        }

        return value;
    }

    private static Tensor Wave(double pace, params int[] shape)
    {
        var numbers = new float[shape.Aggregate(1, (product, length) => product * length)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (float)Math.Sin(pace * i);
        }

        return Tensor.Of(numbers).Reshape(shape).Clone();
    }
}
