using NotebookGrad.Scenes;

namespace NotebookGrad.Tests.Scenes;

public class CharacterWriterTests
{
    [Fact]
    public void Lines_that_meet_are_joined() => Assert.Equal(
        """
        ──┐
          ├─→
        ──┘
        """,
        Write(
            5,
            3,
            new PathMark(Role.Forward, [new(0, 0), new(2, 0), new(2, 1), new(4, 1)], Arrow: true),
            new PathMark(Role.Forward, [new(0, 2), new(2, 2), new(2, 1), new(4, 1)])));

    [Fact]
    public void Wide_characters_take_two_places_and_accents_none() => Assert.Equal(
        "中ȩ́x",
        Write(4, 1, new TextMark(Role.Plain, 0, 0, "中ȩ́", 1), new TextMark(Role.Plain, 3, 0, "x", 1)));

    [Fact]
    public void What_does_not_fit_is_cut() =>
        Assert.Equal("abc", Write(3, 1, new TextMark(Role.Plain, 0, 0, "abcdef", 1)));

    private static string Write(double width, double height, params Mark[] marks) =>
        CharacterWriter.Write(new Scene(width, height, "test", marks));
}
