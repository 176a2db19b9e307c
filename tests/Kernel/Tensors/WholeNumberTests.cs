namespace NotebookGrad.Tests.Tensors;

/// <summary>Division, powers, bits and logic of whole numbers and truth values; the numbers are PyTorch's.</summary>
public class WholeNumberTests
{
    private static readonly Tensor Sevens = Tensor.Of([7L, -7, 7, -7, long.MinValue]);
    private static readonly Tensor Threes = Tensor.Of([3L, 3, -3, -3, 2]);

    [Fact]
    public void Quotients_and_remainders_have_Pythons_signs()
    {
        Assert.Equal([1, -1 + 3, -2, -1, 0], (Sevens % Threes).ToArray<long>());
        Assert.Equal([1, -1, 1, -1, 0], Sevens.Fmod(Threes).ToArray<long>());
        Assert.Equal([2, -3, -3, 2, -4611686018427387904], Sevens.FloorDivide(Threes).ToArray<long>());
        Assert.Equal([2, -2, -2, 2, -4611686018427387904], Sevens.Div(Threes, RoundingMode.Trunc).ToArray<long>());
    }

    [Fact]
    public void The_least_number_divided_by_minus_one_wraps_around()
    {
        var least = Tensor.Of([long.MinValue]);
        Assert.Equal([long.MinValue], least.FloorDivide(-1).ToArray<long>());
        Assert.Equal([0], (least % -1).ToArray<long>());
    }

    [Fact]
    public void Products_and_powers_wrap_around()
    {
        Assert.Equal([12, 0, -4], (Tensor.Of([3L, 1L << 62, long.MaxValue]) * 4).ToArray<long>());
        var powers = Tensor.Of([3L, -2, 2, -1, 1, 2]).Pow(Tensor.Of([39L, 3, 64, -3, -2, -1]));
        Assert.Equal([4052555153018976267, -8, 0, -1, 1, 0], powers.ToArray<long>());
    }

    [Fact]
    public void Steps_leave_whole_numbers_alone()
    {
        var number = Tensor.Of([(1L << 53) + 1]);
        Assert.All(
            new[] { number.Floor(), number.Ceil(), number.Trunc(), number.Round(), number.NanToNum(), number.Clamp(0, long.MaxValue) },
            same => Assert.Equal([(1L << 53) + 1], same.ToArray<long>()));
    }

    [Fact]
    public void Operators_work_on_truth_values_and_on_bits()
    {
        var (a, b) = (Tensor.Of([true, true, false, false]), Tensor.Of([true, false, true, false]));
        Assert.Equal([true, false, false, false], (a & b).ToArray<bool>());
        Assert.Equal([true, true, true, false], (a | b).ToArray<bool>());
        Assert.Equal([false, true, true, false], (a ^ b).ToArray<bool>());
        Assert.Equal([false, false, true, true], (!a).ToArray<bool>());
        Assert.Equal([false, false, true, true], (~a).ToArray<bool>());

        var (c, d) = (Tensor.Of([12L, -1]), Tensor.Of([10L, 7]));
        Assert.Equal([8, 7], (c & d).ToArray<long>());
        Assert.Equal([14, -1], (c | d).ToArray<long>());
        Assert.Equal([6, -8], (c ^ d).ToArray<long>());
        Assert.Equal([-13, 0], (~c).ToArray<long>());
    }

    [Fact]
    public void Comparisons_of_large_whole_numbers_are_exact()
    {
        var (a, b) = (Tensor.Of([(1L << 53) + 1]), Tensor.Of([1L << 53]));
        Assert.True((a > b).Item<bool>());
        Assert.False(a.Eq(b).Item<bool>());
    }

    [Fact]
    public void Equal_tells_of_shape_and_elements_and_AllClose_of_nearness()
    {
        var a = Tensor.Of([1.0, 2, double.NaN]);
        Assert.False(a.Equal(a));
        Assert.True(a.AllClose(a + 1e-9, equalNan: true));
        Assert.False(a.AllClose(a));
        Assert.True(a[..2].Equal(a[..2].Clone()));
        Assert.False(a[..2].Equal(a[..1]));
        Assert.False(a[..2].AllClose(a[..2] + 1e-3));
    }
}
