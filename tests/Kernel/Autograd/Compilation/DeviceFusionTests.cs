using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests;

/// <summary>Pointwise steps on a backend that does several as one.</summary>
public class DeviceFusionTests
{
    private static readonly Func<Tensor, Tensor, Tensor>[] Functions =
    [
        (x, y) => ((x * y) + 1).Tanh() * x,
        (x, y) => Tensor.Where(x > y, x.Exp(), y - x).To(DType.Float64).Sqrt().To(DType.Float32),
        (x, y) => (x.T * 2).Sigmoid().T + x + y,
        (x, y) => ((x * y).Sum(1, keepDim: true) - x).Square() / (y.Abs() + 1),
        (x, y) => (x * y).Relu().Softmax(1) * 3 * x,
        (x, y) => (x[1..] * 2) + (x[..^1] * y) - 1,
        (x, y) => Functional.Elu(x, 0.7) * Functional.LeakyRelu(y * 2, 0.2) * (x > 0).To(DType.Float32),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Functions.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_the_same_to_the_last_bit_forward_and_backward(int number)
    {
        var backend = new FusingBackend();
        var (x, y, ownX, ownY) = (Leaf(backend, 3, 4), Leaf(backend, 4), Leaf(backend, 3, 4), Leaf(backend, 4));
        var function = Functions[number];
        var compiled = Autograd.Compile((Tensor one) => function(one, ownY));
        for (var call = 0; call < 4; call++)
        {
            (x.Grad, y.Grad, ownX.Grad, ownY.Grad) = (null, null, null, null);
            var (expected, actual) = (function(x, y), compiled.Call(ownX));
            Bits.AssertEqual(expected, actual, "value");
            expected.Backward(Tensor.OnesLike(expected.Detach()));
            actual.Backward(Tensor.OnesLike(actual.Detach()));
            Bits.AssertEqual(x.Grad, ownX.Grad, "gradient of the input");
            Bits.AssertEqual(y.Grad, ownY.Grad, "gradient of the captured tensor");
        }

        Assert.True(backend.Runs > 0);
        Assert.Equal(2, compiled.Report.Replays);
    }

    [Fact]
    public void Are_given_what_they_read_and_what_others_read_and_no_numbers()
    {
        var backend = new FusingBackend();
        var x = Leaf(backend, 3, 4).Detach();
        var compiled = Compiled(() => (((x * 2) + 1).Tanh() * x).Relu(), x, x => (((x * 2) + 1).Tanh() * x).Relu());
        Assert.Equal(2, Assert.Single(backend.Fused).Count);
        Assert.Contains("mul → add → tanh → mul → relu over [3, 4] as one", compiled.Report.ToString());
        Assert.Equal(0, Assert.Single(compiled.Report.Plans).PlannedBytes);
    }

    [Fact]
    public void Are_no_more_at_a_time_than_the_backend_takes()
    {
        var backend = new FusingBackend();
        var x = Leaf(backend, 5).Detach();
        Tensor Chain(Tensor x) => Enumerable.Range(0, 20).Aggregate(x, (sum, i) => sum + (x * i));
        var compiled = Compiled(() => Chain(x), x, Chain);
        Assert.All(compiled.Report.Plans[0].Fused, steps => Assert.InRange(steps.Operations.Count, 2, 8));
        Assert.All(backend.Fused, views => Assert.InRange(views.Count, 2, 6));
        Assert.Equal(5, backend.Fused.Count);
    }

    [Fact]
    public void Change_in_place_what_lies_outside()
    {
        var backend = new FusingBackend();
        var (x, mean, expected) = (Leaf(backend, 5).Detach(), Leaf(backend, 5).Detach(), Leaf(backend, 5).Detach());
        var compiled = Autograd.Compile((Tensor x) => mean.Mul_(0.9).Add_(x * 0.1));
        for (var call = 0; call < 4; call++)
        {
            compiled.Call(x);
            expected.Mul_(0.9).Add_(x * 0.1);
        }

        Bits.AssertEqual(expected, mean, "the running mean");
        Assert.Equal(2, backend.Runs);
    }

    private static Compiled<Func<Tensor, Tensor>> Compiled(
        Func<Tensor> expected, Tensor x, Func<Tensor, Tensor> function)
    {
        var compiled = Autograd.Compile(function);
        for (var call = 0; call < 3; call++)
        {
            Bits.AssertEqual(expected(), compiled.Call(x), "the chain");
        }

        return compiled;
    }

    private static Tensor Leaf(FusingBackend backend, params int[] shape)
    {
        var count = shape.Aggregate(1, (product, length) => product * length);
        var numbers = Enumerable.Range(0, count).Select(i => MathF.Sin(i + 1) * 2).ToArray();
        return Tensor.Of(numbers).Reshape(shape).To(new Device(backend)).RequiresGrad_();
    }
}
