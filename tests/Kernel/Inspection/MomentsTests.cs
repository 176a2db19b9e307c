using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class MomentsTests
{
    private const double Tolerance = 4e-15;

    private static readonly Dictionary<string, Func<Tensor>> Cases = new()
    {
        ["a million of float32"] = () => Tensor.Randn(1_000_000, generator: new Generator(1)),
        ["a million of float32 about 1000"] = () => Tensor.Randn(1_000_000, generator: new Generator(2)) + 1000,
        ["about 1e30"] = () => Normal(3) * 1e30,
        ["about 1e-30"] = () => Normal(4) * 1e-30,
        ["float32 about 1e30"] = () => Tensor.Randn(5000, generator: new Generator(5)) * 1e30f,
        ["squares beyond double's range"] = () => Normal(6) * 1e250,
        ["squares below double's range"] = () => Normal(7) * 1e-250,
        ["few digits left"] = () => Normal(8) * 1e-318,
        ["sums beyond double's range"] = () => Tensor.Of([double.MaxValue, double.MaxValue, double.MaxValue, 1e308]),
        ["the smallest and the largest"] = () => Tensor.Of([double.Epsilon, 0, double.MaxValue, double.MinValue]),
        ["a large offset"] = () => Normal(9) + 1e9,
        ["what cancels"] = () => Tensor.Of([1e16, 1, -1e16, 1, 1, 3]),
        ["with what is not finite"] = () => Tensor.Of([1e200, double.NaN, -3, double.PositiveInfinity, 5e199]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_are_those_of_exact_sums(string name)
    {
        var tensor = Cases[name]();
        var summary = tensor.Snapshot().Value;
        double[] values = [.. tensor.To(DType.Float64).ToArray<double>().Where(double.IsFinite)];

        // Every double is a whole number of units.
        var unit = values.Where(value => value != 0).Min(value => Math.Max(-1074, Math.ILogB(value) - 52));
        BigInteger[] wholes = [.. values.Select(value => Whole(value, unit))];
        var count = new BigInteger(values.Length);
        var sum = wholes.Aggregate(BigInteger.Zero, (all, whole) => all + whole);
        var size = wholes.Aggregate(BigInteger.Zero, (all, whole) => all + BigInteger.Abs(whole));
        var squares = wholes.Aggregate(BigInteger.Zero, (all, whole) => all + (whole * whole));
        var aboutMean = (count * squares) - (sum * sum);

        var mean = Ratio(sum, count, unit);
        var deviation = Root(aboutMean, count * count, unit);
        Assert.Equal(mean, summary.Mean, Tolerance * Ratio(size, count, unit));
        Assert.Equal(deviation, summary.Deviation, Tolerance * Math.Max(deviation, Math.Abs(mean)));
        Assert.Equal(Root(squares, 1, unit), summary.Norm, Tolerance * Math.Min(summary.Norm, double.MaxValue));
        Assert.Equal((values.Min(), values.Max()), (summary.Minimum, summary.Maximum));
        Assert.Equal(values.Count(value => value == 0), summary.Zeros);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_in_a_row_have_the_moments_of_their_copies(string name)
    {
        var tensor = Cases[name]().Contiguous();
        var (there, copied) = (Moments.Of(new ElementPieces(tensor)), Moments.Of(tensor.To(DType.Float64).ToArray<double>()));
        Assert.Equal(copied.Mean, there.Mean, 1e-14 * copied.MeanSize);
        Assert.Equal(copied.MeanSize, there.MeanSize, 1e-14 * copied.MeanSize);
        Assert.Equal(copied.Norm, there.Norm, 1e-14 * Math.Min(copied.Norm, double.MaxValue));

        // In one look, where numbers of single precision are far from zero.
        Assert.Equal(copied.Deviation, there.Deviation, 1e-9 * copied.Deviation);
        Assert.Equal(
            (copied.Minimum, copied.Maximum, copied.LeastSize, copied.Zeros, copied.NaNs, copied.Infinities),
            (there.Minimum, there.Maximum, there.LeastSize, there.Zeros, there.NaNs, there.Infinities));
    }

    [Fact]
    public void The_same_numbers_have_the_same_moments_wherever_they_lie()
    {
        double[] values = Normal(10).ToArray<double>();
        var moments = Moments.Of(values);
        Assert.All(Enumerable.Range(1, 16), offset =>
        {
            var moved = Moments.Of(new double[offset].Concat(values).ToArray().AsSpan(offset));
            Assert.Equal(
                (moments.Mean, moments.Deviation, moments.Norm), (moved.Mean, moved.Deviation, moved.Norm));
        });
    }

    [Fact]
    public void A_block_of_the_largest_numbers_is_not_infinite()
    {
        var blocks = Tensor.Full([100, 100], double.MaxValue, dtype: DType.Float64).Snapshot().Map.Slices[0].Blocks;
        Assert.All(blocks.SelectMany(row => row), block =>
            Assert.Equal(new ElementBlock(double.MaxValue, double.MaxValue, double.MaxValue), block));
    }

    private static Tensor Normal(int seed) =>
        Tensor.Randn([5000], dtype: DType.Float64, generator: new Generator(seed));

    private static BigInteger Whole(double value, int unit)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var digits = (bits & 0xF_FFFF_FFFF_FFFF) | (exponent > 0 ? 1L << 52 : 0);
        var shift = Math.Max(exponent, 1) - 1075 - unit;
        var whole = shift >= 0 ? (BigInteger)digits << shift : (BigInteger)digits >> -shift;
        return value < 0 ? -whole : whole;
    }

    /// <summary>A quotient of whole numbers, in so many halvings of one.</summary>
    private static double Ratio(BigInteger above, BigInteger below, int unit)
    {
        var shift = 64 + (int)below.GetBitLength() - (int)BigInteger.Abs(above).GetBitLength();
        var quotient = shift >= 0 ? (above << shift) / below : above / (below << -shift);
        return Math.ScaleB((double)quotient, unit - shift);
    }

    private static double Root(BigInteger above, BigInteger below, int unit)
    {
        var shift = 2 * (128 + (int)below.GetBitLength());
        var (square, low) = ((above << shift) / below, BigInteger.Zero);
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (root != low)
        {
            // Newton's steps fall until they are there.
            (low, root) = (root, BigInteger.Min(root, (root + (square / root)) >> 1));
        }

        return Ratio(root, BigInteger.One << (shift / 2), unit);
    }
}
