using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests;

/// <summary>Chains of pointwise functions that are long enough to be done part by part.</summary>
public class FusionTests(Proof proof) : IClassFixture<Proof>
{
    private static readonly int[][] Shapes = [[20_011], [40, 1024], [301, 77], [3, 9000], [9, 25, 100], [5000, 3], [1, 16_500]];

    private static readonly Func<Tensor, Tensor, Tensor>[] Functions =
    [
        (x, y) => x + y,
        (x, y) => x * y,
        (x, y) => x - (0.5f * y),
        (x, y) => x / (2 + y.Abs()),
        (x, _) => x.Tanh(),
        (x, _) => x.Sigmoid(),
        (x, _) => (0.1f * x).Exp(),
        (x, _) => x.Relu() - 0.25f,
        (x, _) => Functional.Gelu(x),
        (x, _) => (1 + x.Abs()).Log(),
        (x, _) => (1 + x.Abs()).Pow(0.7),
        (x, y) => Tensor.Where(x > y, x, y * 0.5f),
        (x, y) => x.Maximum(y),
        (x, y) => x.Atan2(2 + y.Cos()),
        (x, _) => x.Clamp(-1, 1),
        (x, _) => x.To(DType.Float64).Sin().To(DType.Float32),
    ];

    [Fact]
    public void Are_the_same_to_the_last_bit_forward_and_backward()
    {
        var fused = 0;
        Assert.All(Enumerable.Range(0, 105), seed =>
        {
            var random = new Random(seed);
            var program = Program(random);
            var shape = Shapes[seed % Shapes.Length];
            var (a, b) = (Leaf(shape, seed), Leaf(Narrowed(shape, random), seed + 1));
            var (ownA, ownB) = (Leaf(shape, seed), Leaf(b.Shape.ToArray(), seed + 1));
            var compiled = Autograd.Compile((Tensor x) => program(x, ownB));
            for (var call = 0; call < 3; call++)
            {
                (a.Grad, b.Grad, ownA.Grad, ownB.Grad) = (null, null, null, null);
                var (expected, actual) = (program(a, b), compiled.Call(ownA));
                Bits.AssertEqual(expected, actual, $"value of {seed}");
                var cotangent = Leaf(shape, seed + 2).Detach();
                expected.Backward(cotangent);
                actual.Backward(cotangent);
                Bits.AssertEqual(a.Grad, ownA.Grad, $"gradient of the input of {seed}");
                Bits.AssertEqual(b.Grad, ownB.Grad, $"gradient of the captured tensor of {seed}");
            }

            Assert.Equal(1, compiled.Report.Replays);
            Interlocked.Add(ref fused, compiled.Report.Plans.Sum(plan => plan.Fused.Count));
        });
        proof.Tell($"Compiled chains: 105, to the last bit; {fused} groups fused");
        Assert.True(fused >= 105);
    }

    [Fact]
    public void Cut_rows_so_that_every_function_gives_the_same_bits() => Assert.All(Functions, function =>
    {
        var (x, bias) = (Leaf([301, 77], 5).Detach(), Leaf([77], 6).Detach());
        Tensor Chain(Tensor x) => function(x + bias, x) * bias;
        var compiled = Autograd.Compile((Tensor x) => Chain(x));
        Assert.All(Enumerable.Range(0, 3), _ => Bits.AssertEqual(Chain(x), compiled.Call(x), "the chain"));
        Assert.Equal(1, compiled.Report.Replays);
        Assert.NotEmpty(compiled.Report.Plans[0].Fused);
    });

    [Fact]
    public void Are_fused_on_any_backend()
    {
        var (x, own) = (Leaf([9000], 7), Leaf([9000], 7));
        var device = NaiveBackend.Device;
        Tensor Chain(Tensor x) => ((x * 2) + x.Sigmoid()).Relu() - x;
        var compiled = Autograd.Compile((Tensor x) => Chain(x));
        for (var i = 0; i < 3; i++)
        {
            (x.Grad, own.Grad) = (null, null);
            var (expected, actual) = (Chain(x.To(device)), compiled.Call(own.To(device)));
            Assert.Equal(device, actual.Device);
            Bits.AssertEqual(expected.To(Device.Cpu), actual.To(Device.Cpu), "the chain");
            expected.Sum().Backward();
            actual.Sum().Backward();
            Bits.AssertEqual(x.Grad, own.Grad, "the gradient");
        }

        Assert.Equal(1, compiled.Report.Replays);
        Assert.NotEmpty(compiled.Report.Plans[0].Fused);
    }

    [Fact]
    public void Keep_what_passes_through_them_in_a_few_kilobytes()
    {
        var x = Leaf([1_000_000], 3).Detach();
        var compiled = Autograd.Compile((Tensor y) => ((((y * 2) + 1).Tanh() * y) - 0.5f).Relu());
        var results = Enumerable.Range(0, 3).Select(_ => compiled.Call(x)).ToArray();
        Bits.AssertEqual(results[0], results[2], "the chain");
        var plan = Assert.Single(compiled.Report.Plans);
        Assert.Contains("mul → add → tanh → mul → sub → relu over [1000000]", Assert.Single(plan.Fused).ToString());
        Assert.InRange(plan.PlannedBytes, 1, 100_000);
        Assert.True(plan.EagerBytes >= 6 * 4_000_000);
    }

    private static Func<Tensor, Tensor, Tensor> Program(Random random)
    {
        var steps = Enumerable.Range(0, random.Next(3, 9)).Select(_ => (random.Next(Functions.Length), random.Next(), random.Next())).ToArray();
        return (a, b) =>
        {
            List<Tensor> values = [a, b];
            foreach (var (function, first, second) in steps)
            {
                values.Add(Functions[function](values[^(1 + (first % 2))], values[second % values.Count]));
            }

            return values[^1] + a;
        };
    }

    private static Tensor Leaf(int[] shape, int seed)
    {
        var random = new Random(seed);
        var numbers = new float[shape.Aggregate(1, (product, length) => product * length)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (4 * random.NextSingle()) - 2;
        }

        return Tensor.Of(numbers).Reshape(shape).Clone().RequiresGrad_();
    }

    // The shape itself, or one that broadcasts to it.
    private static int[] Narrowed(int[] shape, Random random) => random.Next(4) switch
    {
        0 => shape,
        1 => [shape[^1]],
        2 => [],
        _ => [.. shape.Select((length, axis) => axis == shape.Length - 1 ? 1 : length)],
    };
}
