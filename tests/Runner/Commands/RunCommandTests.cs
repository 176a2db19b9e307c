using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Commands;

public sealed partial class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_notebook_is_run_and_written_the_same_every_time()
    {
        var feed = PackageFeed.Create(folder, new TinyPackage(
            "Tiny.Tool", "public static class Holder { public static int Value => 5; }"));
        folder.File("a.dib", """
            #!markdown
            # Title
            #!csharp
            #r "nuget: Tiny.Tool"
            Console.WriteLine("text " + Console.ReadLine());
            new { Holder.Value, Folder = System.IO.Path.GetFileName(Environment.CurrentDirectory).Length > 0 }
            """);
        string[] arguments = ["run", ".", "--output", "out", "--html", "site", "--source", feed];
        var first = await Tool.RunAsync(folder, arguments);
        var (notebook, page) = (Read("out/a.ipynb"), Read("site/a.html"));
        var second = await Tool.RunAsync(folder, arguments);

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Matches(@"^a\.dib  \[1/1\] \d+\.\d s  #r ""nuget: Tiny\.Tool""\n$", first.Output);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(notebook, Read("out/a.ipynb"));
        Assert.Equal(page, Read("site/a.html"));
        Assert.Contains("a.html", Read("site/index.html"));
        Assert.Equal("text \n", (string)JsonNode.Parse(notebook)!["cells"]![1]!["outputs"]![0]!["text"]![0]!);
    }

    [Fact]
    public async Task A_failure_ends_its_notebook_only_and_keeps_what_was_done()
    {
        folder.File("a.ipynb", NotebookText.Ipynb("1 + 1", "var x = 1;\nthrow new Exception(\"why\");", "2"));
        folder.File("b.ipynb", NotebookText.Ipynb("\"from b\""));
        folder.File("c.ipynb", NotebookText.Ipynb("Environment.Exit(7);"));
        var result = await Tool.RunAsync(folder, "run", ".", "--output", "out", "--html", "site");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb  cell 2 failed at line 2: throw new Exception(\"why\");", result.Errors);
        Assert.Contains("Exception: why", result.Errors);
        Assert.Contains("exit code 7", result.Errors);
        Assert.Contains("1 of 3 notebooks passed", result.Output);
        var cells = JsonNode.Parse(Read("out/a.ipynb"))!["cells"]!;
        Assert.Equal("execute_result", (string)cells[0]!["outputs"]![0]!["output_type"]!);
        Assert.Equal("error", (string)cells[1]!["outputs"]![0]!["output_type"]!);
        Assert.Null(cells[2]!["execution_count"]);
        Assert.Contains("from b", Read("out/b.ipynb"));
        Assert.Contains("The run stopped at cell 2", Read("site/a.html"));
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped()
    {
        folder.File("a.ipynb", NotebookText.Ipynb("1", "Console.WriteLine(\"begun\");\nwhile (true) { }"));
        var result = await Tool.RunAsync(folder, "run", "a.ipynb", "--timeout", "4", "--output", "out");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb  cell 2 failed at line 1: Console.WriteLine", result.Errors);
        Assert.Contains("longer than 4 s", result.Errors);
        Assert.Contains("begun", Read("out/a.ipynb"));
    }

    [Fact]
    public async Task Control_c_ends_it_and_what_was_done_is_written()
    {
        const string Endless = "System.IO.File.WriteAllText(\"begun\", \"\"); while (true) { }";
        folder.File("a.ipynb", NotebookText.Ipynb("1", Endless));
        using var process = Tool.Start(folder, "run", "a.ipynb", "--output", "out", "--html", "site");
        await SendInterruptAsync(process, "begun");
        var result = await Tool.EndAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("interrupted in cell 2", result.Errors);
        Assert.Contains("execute_result", Read("out/a.ipynb"));
        Assert.Contains("interrupted", Read("site/index.html"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_that_has_to_stop_may_show_how_far_it_came(bool byTheUser)
    {
        const string Heeding = """
            var shown = display("begun");
            System.IO.File.WriteAllText("begun", "");
            NbGrad.Session.Interruption.WaitHandle.WaitOne();
            shown.Update("as far as this");
            NbGrad.Session.Interruption.ThrowIfCancellationRequested();
            """;
        folder.File("a.ipynb", NotebookText.Ipynb(Heeding));
        using var process = Tool.Start(
            folder, "run", "a.ipynb", "--output", "out", "--timeout", byTheUser ? "100" : "3");
        if (byTheUser)
        {
            await SendInterruptAsync(process, "begun");
        }

        var result = await Tool.EndAsync(process);
        Assert.Equal(byTheUser ? 130 : 1, result.ExitCode);
        Assert.Contains("as far as this", Read("out/a.ipynb"));
        Assert.DoesNotContain("OperationCanceled", Read("out/a.ipynb"));
        Assert.Equal(!byTheUser, Read("out/a.ipynb").Contains("longer than 3 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_not_be_read_is_named_and_the_rest_is_run()
    {
        folder.File("bad.ipynb", "{ \"cells\": [ }");
        folder.File("good.dib", "#!html\n<b>good</b>\n#!fsharp\nlet x = 1");
        var result = await Tool.RunAsync(folder, "run", "bad.ipynb", "none.ipynb", "good.dib");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("bad.ipynb: it is not JSON (line 1)", result.Errors);
        Assert.Contains("none.ipynb: there is no such file", result.Errors);
        Assert.Contains("good.dib  [1/1]", result.Output);
        Assert.Contains("good.dib  skipped (fsharp)  let x = 1", result.Output);
    }

    [Theory]
    [InlineData("'--bogus'", "run", "a.dib", "--bogus")]
    [InlineData("greater than 0", "run", "a.dib", "--timeout", "soon")]
    [InlineData("no folder", "run", "a.dib", "--source", "nowhere")]
    [InlineData("Required argument", "run")]
    public async Task A_wrong_command_line_is_an_error(string reason, params string[] arguments)
    {
        var result = await Tool.RunAsync(folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Errors);
        Assert.DoesNotContain("Unhandled", result.Errors);
    }

    public void Dispose() => folder.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    /// <summary>Sends the signal of Control-C as soon as a file is there.</summary>
    private async Task SendInterruptAsync(Process process, string file)
    {
        for (var wait = 0; !File.Exists(Path.Combine(folder.Path, file)); wait++)
        {
            Assert.InRange(wait, 0, 300);
            await Task.Delay(100);
        }

        const int interrupt = 2;
        Assert.Equal(0, Kill(process.Id, interrupt));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(folder.Path, name));
}
