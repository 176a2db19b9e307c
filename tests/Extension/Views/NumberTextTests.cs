using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class NumberTextTests
{
    [Theory]
    [InlineData(16, "16")]
    [InlineData(-2, "−2")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(-0.01234567, "−0.01235")]
    [InlineData(0.001, "0.001")]
    [InlineData(1.2e-7, "1.2e-7")]
    [InlineData(0.00099999, "1e-3")]
    [InlineData(12345.6, "12346")]
    [InlineData(999999.9, "1e6")]
    [InlineData(-1.23456e30, "−1.235e30")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    [InlineData(double.Epsilon, "4.941e-324")]
    [InlineData(double.MaxValue, "1.798e308")]
    public void A_number_has_four_significant_digits(double value, string expected) =>
        Assert.Equal(expected, NumberText.Of(value));

    [Theory]
    [InlineData(0.4774, "0.48")]
    [InlineData(-123.4, "−123")]
    [InlineData(9.96, "10")]
    [InlineData(1234567, "1.2e6")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.MaxValue, "1.798e308")]
    public void Where_many_stand_together_a_number_has_two(double value, string expected) =>
        Assert.Equal(expected, NumberText.Short(value));

    [Fact]
    public void Counts_have_their_thousands_set_apart()
    {
        Assert.Equal("400,000,000 bytes", NumberText.Bytes(400_000_000));
        Assert.Equal("1 byte", NumberText.Bytes(1));
        Assert.Equal("0 operations", NumberText.Count(0, "operation"));
    }

    [Theory]
    [InlineData(7.8e-10, 0.62, "0 ± 0.62")]
    [InlineData(-0.0026, 0.12, "−0.0026 ± 0.12")]
    [InlineData(0.5, 0, "0.5 ± 0")]
    [InlineData(double.NaN, double.NaN, "NaN ± NaN")]
    public void What_rounding_leaves_of_a_mean_of_zero_is_zero(double mean, double deviation, string text) =>
        Assert.Equal(text, NumberText.Spread(mean, deviation));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(1_540_000, "1.5 MB")]
    [InlineData(200_000_000_000, "200 GB")]
    [InlineData(long.MaxValue, "9.2 EB")]
    [InlineData(-5, "−5 B")]
    public void A_size_for_an_axis_is_short(long bytes, string expected) => Assert.Equal(expected, NumberText.Size(bytes));
}
