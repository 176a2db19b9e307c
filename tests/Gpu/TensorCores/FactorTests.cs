using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.TensorCores;

/// <summary>How factors are rounded to the types of tensor cores.</summary>
public class FactorTests
{
    private static readonly float[] Limits =
    [
        0, -0f, 1, float.Epsilon, -float.Epsilon, float.MaxValue, -float.MaxValue, 1 + (1 / 2048f), 1 + (3 / 2048f),
        1 + (1 / 256f), 1 + (3 / 256f), float.PositiveInfinity, float.NegativeInfinity,
    ];

    private static IEnumerable<float> Numbers
    {
        get
        {
            var random = new Random(1);
            return Enumerable.Range(0, 100_000)
                .Select(_ => BitConverter.Int32BitsToSingle(random.Next() ^ (random.Next() << 1)))
                .Where(x => !float.IsNaN(x)).Concat(Limits);
        }
    }

    [Fact]
    public void TensorFloat32_is_the_nearest_of_11_digits() => Assert.All(Numbers, x => Assert.Equal(
        float.IsInfinity(x) ? x : Rounding.ToTensorFloat32(x),
        BitConverter.UInt32BitsToSingle(TensorFloat32.Word(x, float.NaN))));

    [Fact]
    public void BFloat16_is_the_nearest_of_8_digits_two_in_a_word() => Assert.All(Numbers, x =>
    {
        var expected = float.IsInfinity(x) ? x : Rounding.ToBFloat16(x);
        Assert.Equal(expected, BitConverter.UInt32BitsToSingle(BFloat16.Word(x, 1) << 16));
        Assert.Equal(expected, BitConverter.UInt32BitsToSingle(BFloat16.Word(1, x) & 0xffff0000));
    });

    [Theory]
    [InlineData(0x7fffffffU)]
    [InlineData(0xffffffffU)]
    [InlineData(0x7f800001U)]
    [InlineData(0x7fc00000U)]
    public void What_is_not_a_number_stays_so_in_the_digits_that_are_left(uint bits)
    {
        var x = BitConverter.UInt32BitsToSingle(bits);
        Assert.True(float.IsNaN(BitConverter.UInt32BitsToSingle(TensorFloat32.Word(x, 0) & ~0x1fffU)));
        Assert.True(float.IsNaN(BitConverter.UInt32BitsToSingle(BFloat16.Word(x, 0) << 16)));
        Assert.True(float.IsNaN(BitConverter.UInt32BitsToSingle(BFloat16.Word(0, x) & 0xffff0000)));
    }
}
