using NotebookGrad.Runner.Documents;

namespace NotebookGrad.Runner.Tests.Documents;

public class DibReaderTests
{
    [Fact]
    public void Each_language_line_begins_a_cell()
    {
        var cells = DibReader.Read("""
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp"}}

            #!markdown

            # Title

            #!csharp

            var x = 1;

            #!c#
            x
            #!fsharp
            let y = 1
            """.ReplaceLineEndings("\n")).Cells;

        Assert.Equal(["markdown", "csharp", "csharp", "fsharp"], cells.Select(cell => cell.Language));
        Assert.Equal(["# Title", "var x = 1;", "x", "let y = 1"], cells.Select(cell => cell.Source));
        Assert.Equal(CellKind.Markdown, cells[0].Kind);
        Assert.True(cells[3].IsForeign);
    }

    [Fact]
    public void Text_before_the_first_language_line_is_in_the_default_language()
    {
        Assert.Equal("csharp", Assert.Single(DibReader.Read("1 + 1").Cells).Language);
        var text = "#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!csharp\n1\n#!markdown\nx";
        Assert.Equal(["csharp", "markdown"], DibReader.Read(text).Cells.Select(cell => cell.Language));
    }

    [Fact]
    public void Magic_commands_stay_in_their_cell() =>
        Assert.Equal("#!time\n1 + 1", Assert.Single(DibReader.Read("#!csharp\n#!time\n1 + 1").Cells).Source);

    [Fact]
    public void Metadata_that_is_no_json_is_an_error_that_names_the_line()
    {
        var error = Assert.Throws<NotebookFormatException>(() => DibReader.Read("#!meta\n{ nonsense\n#!csharp\n1"));
        Assert.Contains("line 2", error.Message);
        Assert.Throws<NotebookFormatException>(() => DibReader.Read("#!csharp\n\0\u0001"));
    }
}
