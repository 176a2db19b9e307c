using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class PlainNameTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \n\t ", null)]
    [InlineData("\u202E\u200B", null)]
    [InlineData("w", "w")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("evil\u202Etxt", "eviltxt")]
    public void A_name_is_one_line_that_turns_nothing_around(string? name, string? expected) =>
        Assert.Equal(expected, PlainName.Of(name));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var cut = PlainName.Of(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 40)))!;
        Assert.EndsWith("…", cut);
        Assert.True(TextMetrics.Columns(cut) <= PlainName.Longest);
        Assert.False(char.IsHighSurrogate(cut[^2]));
    }

    [Theory]
    [InlineData("head.weight", "head.weight")]
    [InlineData("encoder.layers.0.attention.output.weight", "…0.attention.output.weight")]
    public void Of_a_way_to_a_parameter_the_end_remains(string name, string expected) =>
        Assert.Equal(expected, PlainName.EndOf(name, 26));

    [Fact]
    public void The_end_remains_however_long_the_way_is() => Assert.Equal(
        "…block.block.weight", PlainName.EndOf(string.Concat(Enumerable.Repeat("block.", 100)) + "weight", 19));

    [Fact]
    public void Accents_without_end_are_cut() =>
        Assert.True(PlainName.Of("a" + new string('\u0301', 5000))!.Length < 200);
}
