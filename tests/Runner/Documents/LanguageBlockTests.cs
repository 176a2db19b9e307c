using NotebookGrad.Runner.Documents;

namespace NotebookGrad.Runner.Tests.Documents;

public class LanguageBlockTests
{
    [Fact]
    public void Blocks_know_where_their_lines_are_in_the_cell()
    {
        var blocks = LanguageBlock.Split("1\n#!markdown\n*a*\n#!csharp --name x\n\n2", "csharp");
        Assert.Equal(["csharp", "markdown", "csharp"], blocks.Select(block => block.Language));
        Assert.Equal(["1", "*a*", "\n2"], blocks.Select(block => block.Source));
        Assert.Equal([1, 3, 5], blocks.Select(block => block.FirstLine));
    }

    [Fact]
    public void What_is_no_language_switches_nothing() =>
        Assert.Single(LanguageBlock.Split("#!time\n#! fsharp\n  #!fsharp\n1", "csharp"));
}
