using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Kernels;

public sealed class ScriptErrorsTests : IDisposable
{
    private readonly KernelProbe notebook = new();

    [Fact]
    public async Task A_compile_error_names_the_line_and_shows_the_place()
    {
        var error = await notebook.ErrorAsync("var a = 1;\n\nvar c = a + missing;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(3, error.Line);
        Assert.Contains("'missing'", error.Message);
        Assert.StartsWith("cell 1(3,13): CS0103", error.Traceback[0]);
        Assert.Equal(["    var c = a + missing;", "                ^"], error.Traceback.Skip(1));
    }

    [Fact]
    public async Task An_exception_names_the_line_of_the_cell()
    {
        await notebook.RunAsync("void Fail(string why)\n{\n    throw new InvalidOperationException(why);\n}");
        var error = await notebook.ErrorAsync("var a = 1;\nFail(\"broken\");");
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal("broken", error.Message);
        Assert.Equal(2, error.Line);
        Assert.Equal(
            [
                "System.InvalidOperationException: broken", "   at Fail(String why) in cell 1:line 3",
                "   at top level in cell 2:line 2",
            ],
            error.Traceback);
    }

    [Fact]
    public async Task The_line_is_that_of_the_whole_cell_also_after_a_language_line() =>
        Assert.Equal(4, (await notebook.ErrorAsync("1\n#!csharp\n\nthrow new Exception();")).Line);

    [Fact]
    public async Task An_exception_after_an_await_is_described_in_the_cells_terms()
    {
        var error = await notebook.ErrorAsync(
            "await Task.Yield();\nawait Task.Run(() => throw new Exception(\"deep\"));");
        Assert.Equal("deep", error.Message);
        Assert.Equal(2, error.Line);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Submission#") || line.Contains("CodeAnalysis"));
    }

    [Fact]
    public async Task What_came_before_the_failure_stays()
    {
        var outputs = await notebook.RunAsync("var kept = 1;\nConsole.Write(\"before\");\nthrow new Exception();");
        Assert.Equal(2, outputs.Count);
        Assert.Equal("1", await notebook.ValueAsync("kept"));
    }

    public void Dispose() => notebook.Dispose();
}
