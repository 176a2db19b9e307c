namespace NotebookGrad.Notebooks;

public class ResultsTests
{
    [Theory]
    [InlineData("loss 0.123456, 4,000,000 bytes", "loss 0.1234561, 4,000,000 bytes")]
    [InlineData("x [3] ───→ [+] y\n∇ 7.8e-10 ± 0.62", "x [3] ─────→ [+] y\n∇ −3e-9 ± 0.62")]
    [InlineData("∇ 0 ± 1", "∇ −1e-12 ± 1")]
    [InlineData("", "")]
    public void Numbers_may_differ_by_a_rounding(string before, string now) =>
        Assert.Null(Results.Difference(before, now));

    [Theory]
    [InlineData("20 epochs · 1.2 s · 31 epochs/s", "20 epochs · 3 min 20 s · 2.5 s/epoch")]
    [InlineData("1,234 batches/s, 9.9 s", "0.1 batches/s, 2 h 5 min")]
    public void Times_may_differ(string before, string now) => Assert.Null(Results.Difference(before, now));

    [Theory]
    [InlineData("loss 0.1234", "loss 0.1235")]
    [InlineData("loss 2", "loss −2")]
    [InlineData("20 epochs · 1.2 s", "21 epochs · 1.2 s")]
    [InlineData("4,000,000 bytes", "4,000,100 bytes")]
    [InlineData("1 operation", "1 operations")]
    [InlineData("1e-3", "1e-4")]
    [InlineData("a", "a b")]
    [InlineData("●  ○", "○  ●")]
    [InlineData("x-1", "x1")]
    public void All_else_is_a_difference(string before, string now) =>
        Assert.NotNull(Results.Difference(before, now));

    [Fact]
    public void A_difference_is_told_with_what_stands_around_it() =>
        Assert.Equal(
            "it was “the loss is 4 now” and is “the loss is 5 now”",
            Results.Difference("the loss is 4 now", "the loss is 5 now"));
}
