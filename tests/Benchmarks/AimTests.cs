namespace NotebookGrad.Benchmarks.Tests;

public class AimTests
{
    [Theory]
    [InlineData(1.05, false, 1.05, 0.1, true, "≤ 1.05")]
    [InlineData(1.05, false, 1.06, 0.99, false, "≤ 1.05")]
    [InlineData(0.95, true, 3.0, 0.95, true, "≥ 95 %")]
    [InlineData(0.95, true, 0.1, 0.94, false, "≥ 95 %")]
    [InlineData(1.1, false, null, 0.94, null, "≤ 1.1")]
    [InlineData(0.95, true, 0.1, null, null, "≥ 95 %")]
    public void An_aim_is_a_greatest_ratio_or_a_least_share(
        double bound, bool isShare, double? ratio, double? share, bool? isMet, string text)
    {
        var aim = new Aim(bound, isShare);
        Assert.Equal((isMet, text), (aim.IsMet(ratio, share), aim.ToString()));
    }

    [Fact]
    public void A_row_is_judged_by_its_median()
    {
        var row = new Row("case", new(8, 10, 12), new(9, 10, 11), new(0.8, 1, 1.2), 1.0, LimitShare: null);
        Assert.True(row.IsMet);
        Assert.False((row with { Aim = 0.99 }).IsMet);
        Assert.Null((row with { Aim = null }).IsMet);
    }
}
