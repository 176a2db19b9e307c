using NotebookGrad.Runner.Commands;
using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Tests.Commands;

public class ProgressReportTests
{
    private static readonly Cell Cell = new()
    {
        Kind = CellKind.Code,
        Language = "csharp",
        Source = "// comment\n\nvar first = 1;\nvar second = 2;",
    };

    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };

    [Fact]
    public void A_cell_is_one_plain_line_in_a_file()
    {
        var report = new ProgressReport(output, errors, width: null);
        report.Begin("a.ipynb", "[3/17]", Cell);
        report.End("a.ipynb", "[3/17]", Cell, TimeSpan.FromSeconds(0.42));
        Assert.Equal("a.ipynb  [3/17] 0.4 s  var first = 1;\n", $"{output}");
    }

    [Fact]
    public void On_a_terminal_the_line_is_there_while_the_cell_runs()
    {
        var report = new ProgressReport(output, errors, width: 30);
        report.Begin("a.ipynb", "[3/17]", Cell);
        Assert.Equal("a.ipynb  [3/17] …  var first ", $"{output}");
        report.End("a.ipynb", "[3/17]", Cell, TimeSpan.FromSeconds(0.42));
        Assert.EndsWith("\r\e[Ka.ipynb  [3/17] 0.4 s  var first = 1;\n", $"{output}");
    }

    [Fact]
    public void A_failure_names_the_cell_the_line_and_the_reason()
    {
        new ProgressReport(output, errors, null).Fail("a.dib", 3, Cell, new ErrorOutput("Name", "one\ntwo", [], 4));
        Assert.Equal("a.dib  cell 3 failed at line 4: var second = 2;\n    Name: one\n    two\n", $"{errors}");
    }
}
