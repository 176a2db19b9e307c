using System.Runtime.InteropServices;

namespace NotebookGrad.Tests;

public class ThreadsTests
{
    // Odd ones, both sides of where threads begin to share, few rows, few columns, one of them, batches of few and many.
    public static TheoryData<int[], int[]> Shapes => new()
    {
        { [163, 167], [167, 161] },
        { [70, 1900], [1900, 33] },
        { [7, 600], [600, 1001] },
        { [64, 392], [392, 170] },
        { [9001, 20], [20, 25] },
        { [1, 1000], [1000, 4303] },
        { [2, 170, 151], [2, 151, 169] },
        { [2, 9, 101, 50], [2, 9, 50, 57] },
        { [20, 1, 20, 30], [1, 21, 30, 20] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_have_the_same_bits_with_any_number_of_threads(int[] left, int[] right)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var generator = new Generator(11);
            var a = Tensor.Randn(Shape.Create(left), generator: generator).To(dtype);
            var b = Tensor.Randn(Shape.Create(right), generator: generator).To(dtype);
            Check(() => a.MatMul(b));
            var (c, d) = (a.Transpose(-2, -1).Contiguous(), b.Transpose(-2, -1).Contiguous());
            Check(() => c.Transpose(-2, -1).MatMul(b));
            Check(() => a.MatMul(d.Transpose(-2, -1)));
        }
    }

    [Fact]
    public void Work_on_elements_and_rows_has_the_same_bits_with_any_number_of_threads()
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var x = Tensor.Randn(Shape.Create([3, 331, 503]), generator: new Generator(5)).To(dtype);
            var row = x[0, 0];
            foreach (var view in new[] { x, x.Transpose(0, 2), x[.., (.., 2)], x.Flip(1), x.Reshape(-1) })
            {
                Check(() => view.Exp());
                Check(() => view.Tanh() + view);
                Check(() => view * view.Select(0, 1));
                Check(() => view - view.Sum(-1, keepDim: true));
                Check(() => view.Softmax(-1));
                Check(() => view.LogSoftmax(0));
                Check(() => view.CumSum(0));
                Check(() => view.CumSum(-1));
                Check(() => Functional.LayerNorm(view, [view.Shape[^1]]));
            }

            var index = ((Tensor.Arange(x.Count) * 37) % 503).Reshape(x.Shape);
            Check(() => x.Gather(2, index));
            Check(() => (x * row).Add_(row));
        }
    }

    // Many samples and one, few channels and many, groups, windows that leave gaps.
    [Theory]
    [InlineData(40, 1, 6, 1, 5, 1, 28, 31)]
    [InlineData(6, 20, 24, 1, 3, 1, 12, 15)]
    [InlineData(1, 37, 34, 1, 3, 1, 20, 20)]
    [InlineData(3, 33, 34, 1, 3, 2, 25, 25)]
    [InlineData(5, 48, 40, 4, 3, 1, 11, 18)]
    [InlineData(7, 24, 24, 24, 3, 1, 40, 70)]
    public void Convolutions_have_the_same_bits_with_any_number_of_threads(
        int samples, int channels, int features, int groups, int kernel, int stride, int height, int width)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var generator = new Generator(7);
            var x = Tensor.Randn([samples, channels, height, width], generator: generator).To(dtype);
            var w = Tensor.Randn([features, channels / groups, kernel, kernel], generator: generator).To(dtype);
            Tensor Made(Tensor input, Tensor weight) =>
                Functional.Conv2d(input, weight, padding: kernel / 2, stride: stride, groups: groups);
            var g = Tensor.Randn(Made(x, w).Shape, generator: generator).To(dtype);
            Check(() => Made(x, w));
            Check(() => Autograd.Vjp(input => Made(input, w), x, g).Gradient);
            Check(() => Autograd.Vjp(weight => Made(x, weight), w, g).Gradient);
        }
    }

    [Fact]
    public void What_a_part_throws_is_thrown()
    {
        var index = new long[600 * 700];
        index[^1] = 700;
        WithThreads(4, () =>
        {
            var problem = Assert.Throws<ArgumentException>(
                () => Tensor.Zeros(600, 700).Gather(1, Tensor.Of(index).Reshape(600, 700)));
            Assert.Equal("gather: index 700 is out of bounds for axis 1, which has length 700", problem.Message);
        });
    }

    [Fact]
    public async Task Products_asked_for_by_many_threads_at_once_are_those_of_one()
    {
        var operands = Enumerable.Range(0, 6).Select(i => Tensor.Randn(170 + i, 160)).ToArray();
        var expected = Array.ConvertAll(operands, x => x.MatMul(x.T).ToArray<float>());
        var before = Threads.Count;
        Threads.Count = 4;
        try
        {
            await Task.WhenAll(operands.Select((x, i) => Task.Factory.StartNew(
                () =>
                {
                    for (var round = 0; round < 20; round++)
                    {
                        Assert.Equal(expected[i], x.MatMul(x.T).ToArray<float>());
                    }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
        }
        finally
        {
            Threads.Count = before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(5000)]
    public void A_number_that_is_none_of_threads_is_refused(int count)
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = count);
        Assert.Contains($"threads: {count:N0} is not a number of threads; give one from 1 to 1,024", problem.Message);
    }

    private static void Check(Func<Tensor> function)
    {
        byte[]? expected = null;
        foreach (var count in new[] { 1, 2, 4 })
        {
            WithThreads(count, () =>
            {
                var bits = Bits(function());
                expected ??= bits;
                Assert.Equal(expected, bits);
            });
        }
    }

    private static byte[] Bits(Tensor tensor) => tensor.DType == DType.Float32
        ? MemoryMarshal.AsBytes<float>(tensor.ToArray<float>()).ToArray()
        : MemoryMarshal.AsBytes<double>(tensor.ToArray<double>()).ToArray();

    private static void WithThreads(int count, Action action)
    {
        var before = Threads.Count;
        try
        {
            Threads.Count = count;
            action();
        }
        finally
        {
            Threads.Count = before;
        }
    }
}
