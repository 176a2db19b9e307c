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

    [Fact]
    public void Accents_without_end_are_cut() =>
        Assert.True(PlainName.Of("a" + new string('\u0301', 5000))!.Length < 200);
}
