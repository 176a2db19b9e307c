namespace NotebookGrad.Benchmarks.Tests;

public class QuantilesTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    [InlineData(new double[] { 3, 1 }, 1.5, 2, 2.5)]
    [InlineData(new double[] { 5, 1, 4, 2, 3 }, 2, 3, 4)]
    [InlineData(new double[] { 10, 30, 20, 40 }, 17.5, 25, 32.5)]
    public void Quartiles_lie_between_neighbours(double[] numbers, double lower, double median, double upper) =>
        Assert.Equal(new Quantiles(lower, median, upper), Quantiles.Of(numbers));
}
