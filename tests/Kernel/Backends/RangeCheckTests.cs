using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>What whole numbers must be.</summary>
public class RangeCheckTests
{
    [Theory]
    [InlineData(0, 3, null, new long[] { 0, 1, 2 }, new long[] { -1, 3, long.MinValue, long.MaxValue })]
    [InlineData(-5, 5, null, new long[] { -5, 0, 4 }, new long[] { -6, 5 })]
    [InlineData(0, 3, -100L, new long[] { -100, 0, 2 }, new long[] { -1, 3, -99 })]
    [InlineData(0, 0, 7L, new long[] { 7 }, new long[] { 0, 6, 8 })]
    [InlineData(0, 0, null, new long[0], new long[] { -1, 0, 1, long.MinValue })]
    [InlineData(1, 0, null, new long[] { 1, -1, long.MinValue, long.MaxValue }, new long[] { 0 })]
    [InlineData(0, long.MaxValue, null, new long[] { 0, long.MaxValue - 1 }, new long[] { -1, long.MinValue })]
    public void A_range_has_its_numbers_and_no_other(long low, long end, long? other, long[] inside, long[] outside)
    {
        var range = new WholeRange(low, end, other);
        Assert.All(inside, number => Assert.True(range.Has(number)));
        Assert.All(outside, number => Assert.False(range.Has(number)));
    }

    [Fact]
    public void The_first_that_strays_is_told_with_its_place()
    {
        var check = new RangeCheck(new(0, 3), (number, place) => $"{number} at {place}");
        check.Run([2, 0, 1]);
        Assert.Equal("5 at 1", Assert.Throws<ArgumentException>(() => check.Run([2, 5, 1, 9])).Message);
    }

    [Fact]
    public void Elements_are_checked_wherever_they_lie()
    {
        var table = Tensor.Of(new long[,] { { 0, 9 }, { 1, 0 }, { 2, 7 } });
        var check = new RangeCheck(new(0, 3), (number, place) => $"{number} at {place}");
        table.Backend.Require(check, table[.., 0].View);
        Assert.Equal("9 at 0", Told(table[.., 1]));
        Assert.Equal("9 at 1", Told(table));
        Assert.Equal("7 at 3", Told(table[1..].Permute(1, 0)));

        string Told(Tensor x) =>
            Assert.Throws<ArgumentException>(() => x.Backend.Require(check, x.View)).Message;
    }
}
