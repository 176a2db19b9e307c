using NotebookGrad.Sampling;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class DrawingTests
{
    private static readonly Device There = NaiveBackend.Device;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8192)]
    [InlineData(20001)]
    public void An_element_is_a_function_of_seed_stream_and_its_number_alone(int count)
    {
        var generator = new Generator(5);
        var uniform = Tensor.Rand([count], dtype: DType.Float64, generator: generator).ToArray<double>();
        var single = Tensor.Rand([count], generator: generator).ToArray<float>();
        var normal = Tensor.Randn([count], dtype: DType.Float64, generator: generator).ToArray<double>();
        var whole = Tensor.RandInt(-3, 1000, [count], generator: generator).ToArray<long>();
        for (var i = 0; i < count; i++)
        {
            Assert.Equal((Bits(0, i) >> 11) / Math.Pow(2, 53), uniform[i]);
            Assert.Equal((float)((Bits(1, i) >> 40) / Math.Pow(2, 24)), single[i]);
            var (radius, angle) = (
                Math.Sqrt(-2 * Math.Log(1 - ((Bits(2, i & ~1) >> 11) / Math.Pow(2, 53)))),
                2 * Math.PI * ((Bits(2, i | 1) >> 11) / Math.Pow(2, 53)));
            Assert.Equal(radius * (i % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle)), normal[i], 1e-14);
            Assert.Equal(-3 + (long)(((UInt128)Bits(3, i) * 1003) >> 64), whole[i]);
        }

        static ulong Bits(ulong stream, int element)
        {
            var (word0, word1, word2, word3) = Philox.Block(5, (ulong)element / 2, stream);
            return element % 2 == 0 ? ((ulong)word0 << 32) | word1 : ((ulong)word2 << 32) | word3;
        }
    }

    [Fact]
    public void A_device_draws_what_the_processor_draws()
    {
        var x = Tensor.Full([5, 7], 0.3);
        Func<Tensor, Tensor>[] draws =
        [
            like => Tensor.RandLike(like), like => Tensor.RandnLike(like), like => Tensor.RandIntLike(like, 0, 50),
            like => like.Bernoulli(), like => Functional.Dropout(like, 0.4), like => like.Multinomial(3),
        ];
        Assert.All(draws, draw =>
        {
            var (here, there) = (Drawn(x), Drawn(x.To(There)));
            Assert.Equal((There, here.DType), (there.Device, there.DType));
            Assert.True(here.Equal(there.Cpu()));

            Tensor Drawn(Tensor like)
            {
                using (new Generator(3).Use())
                {
                    return draw(like);
                }
            }
        });
    }

    [Fact]
    public void A_seed_gives_the_same_numbers_whatever_the_shape()
    {
        Assert.True(Tensor.Randn([3, 4], generator: new Generator(1)).Flatten().Equal(Tensor.Randn([12], generator: new Generator(1))));
        Assert.True(Tensor.Rand([11], generator: new Generator(1)).Equal(Tensor.Rand([12], generator: new Generator(1))[..11]));
    }
}
