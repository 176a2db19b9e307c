using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Kernels;

public sealed class ScriptKernelTests : IDisposable
{
    private readonly KernelProbe notebook = new();

    [Fact]
    public async Task Cells_keep_what_earlier_cells_declare()
    {
        Assert.Empty(await notebook.RunAsync("using System.Numerics;\nvar x = 20;\nint Twice(int n) => 2 * n;"));
        Assert.Equal("40", await notebook.ValueAsync("Twice(x)"));
        await notebook.RunAsync("var x = \"again\";");
        Assert.Equal("again", await notebook.ValueAsync("x"));
        Assert.Equal("(0, 1)", await notebook.ValueAsync("$\"({Vector2.UnitY.X}, {Vector2.UnitY.Y})\""));
    }

    [Fact]
    public async Task The_value_is_that_of_a_last_expression_without_semicolon()
    {
        Assert.Equal("3", await notebook.ValueAsync("1 + 2"));
        Assert.Equal("3", await notebook.ValueAsync("1 + 2 // comment"));
        Assert.Equal("4", await notebook.ValueAsync("await Task.FromResult(4)"));
        Assert.Empty(await notebook.RunAsync("var y = 1;"));
        Assert.Empty(await notebook.RunAsync("y = 2;"));
        Assert.Empty(await notebook.RunAsync("GC.KeepAlive(1)"));
        Assert.Empty(await notebook.RunAsync("await Task.CompletedTask"));
        Assert.Empty(await notebook.RunAsync("// nothing"));
        Assert.Empty(await notebook.RunAsync("  "));
        Assert.Equal("<null>", await notebook.ValueAsync("(string)null"));
    }

    [Fact]
    public async Task The_default_usings_and_the_newest_language_are_there()
    {
        Assert.Equal("6", await notebook.ValueAsync("new List<int> { 1, 2, 3 }.Sum()"));
        Assert.Equal("ab", await notebook.ValueAsync("new StringBuilder(\"a\").Append('b').ToString()"));
        await notebook.RunAsync("class Box { public int Value { get => field; set => field = value + 1; } }");
        Assert.Equal("6", await notebook.ValueAsync("new Box { Value = 5 }.Value"));
    }

    [Fact]
    public async Task Top_level_await_works() =>
        Assert.Equal("5", await notebook.ValueAsync("await Task.Delay(1);\nvar five = await Task.Run(() => 5);\nfive"));

    [Fact]
    public async Task Scripts_know_that_they_are_run_by_this_tool() =>
        Assert.Equal("yes", await notebook.ValueAsync("#if NBGRAD\n\"yes\"\n#else\n\"no\"\n#endif"));

    [Fact]
    public async Task Stack_traces_give_the_cell_and_its_line()
    {
        await notebook.RunAsync("string Where() => new System.Diagnostics.StackTrace(true).ToString();");
        var trace = await notebook.ValueAsync("// one\n\nWhere()");
        Assert.Contains("in cell 2:line 3", trace);
    }

    [Fact]
    public async Task Files_are_loaded_relative_to_the_notebook()
    {
        notebook.Folder.File("scripts/helper.csx", "int Loaded() => 42;");
        Assert.Equal("42", await notebook.ValueAsync("#load \"scripts/helper.csx\"\nLoaded()"));
        Assert.Contains("missing.csx", (await notebook.ErrorAsync("#load \"missing.csx\"")).Message);
    }

    [Fact]
    public async Task Other_languages_within_a_cell_are_shown_or_left_out()
    {
        var outputs = await notebook.RunAsync("""
            var z = 1;
            #!markdown
            *emphasis*
            #!html
            <i>html</i>
            #!fsharp
            let w = 1
            #!csharp
            z
            """);
        var html = outputs.OfType<DataOutput>().Select(output => output.Data.First().Value).ToList();
        Assert.Contains("<em>emphasis</em>", html[0]);
        Assert.Equal(["<i>html</i>", "1"], html[1..]);
        Assert.Contains("line 7: fsharp", Assert.Single(outputs.OfType<Notice>()).Text);
    }

    [Fact]
    public async Task Magic_commands_are_left_out_and_named()
    {
        var outputs = await notebook.RunAsync("#!time\n1 + 1");
        Assert.Contains("#!time", Assert.IsType<Notice>(outputs[0]).Text);
        Assert.IsType<DataOutput>(outputs[1]);
    }

    [Fact]
    public async Task Directives_inside_strings_are_text() =>
        Assert.Equal(
            "#r \"nuget: No.Such\"",
            await notebook.ValueAsync("var text = \"\"\"\n#r \"nuget: No.Such\"\n\"\"\";\n/*\n#!time\n*/ text"));

    [Fact]
    public async Task Cells_see_the_variables_of_the_notebook()
    {
        await notebook.RunAsync("var a = 1; var b = 2;");
        await notebook.RunAsync("var a = \"later\";");
        Assert.Equal(
            "b=2 a=later",
            await notebook.ValueAsync(
                "string.Join(' ', NbGrad.Session.Variables.Select(pair => $\"{pair.Key}={pair.Value}\"))"));
    }

    [Fact]
    public async Task A_formatter_of_the_last_value_sees_the_variables_of_its_cell()
    {
        Assert.Equal("mine is named mine", await notebook.ValueAsync("""
            using Microsoft.DotNet.Interactive.Formatting;
            public class Named { }
            Formatter.Register<Named>(
                value => $"mine is named {NbGrad.Session.Variables.First(pair => pair.Value == value).Key}",
                "text/html");
            var mine = new Named();
            mine
            """));
    }

    public void Dispose() => notebook.Dispose();
}
