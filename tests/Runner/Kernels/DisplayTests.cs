using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Kernels;

public sealed class DisplayTests : IDisposable
{
    private readonly KernelProbe notebook = new();

    [Fact]
    public async Task Text_and_displays_come_in_order()
    {
        var outputs = await notebook.RunAsync("""
            Console.Write("a");
            Console.WriteLine(1);
            display("shown");
            Console.Error.WriteLine("error");
            HTML("<b>").Display();
            Console.WriteLine("end");
            "value"
            """);
        Assert.Equal(
            ["out a1\n", "data shown", "error error\n", "data <b>", "out end\n", "result value"],
            outputs.Select(Describe));
    }

    [Fact]
    public async Task Text_of_all_threads_is_captured()
    {
        var outputs = await notebook.RunAsync("""
            await Task.Run(() => Console.Write("task "));
            var thread = new System.Threading.Thread(() => Console.Write("thread "));
            thread.Start();
            thread.Join();
            Parallel.For(0, 8, index => Console.WriteLine("parallel"));
            """);
        var text = Assert.IsType<TextOutput>(Assert.Single(outputs)).Text;
        Assert.Equal("task thread " + string.Concat(Enumerable.Repeat("parallel\n", 8)), text);
    }

    [Fact]
    public async Task Text_of_two_notebooks_does_not_mix()
    {
        using var other = new KernelProbe();
        const string Code = "for (var i = 0; i < 50; i++) { Console.Write(NAME); await Task.Yield(); }";
        var both = await Task.WhenAll(
            notebook.RunAsync(Code.Replace("NAME", "\"a\"")), other.RunAsync(Code.Replace("NAME", "\"b\"")));
        Assert.Equal(new string('a', 50), Assert.IsType<TextOutput>(Assert.Single(both[0])).Text);
        Assert.Equal(new string('b', 50), Assert.IsType<TextOutput>(Assert.Single(both[1])).Text);
    }

    [Theory]
    [InlineData("1", "text/plain")]
    [InlineData("1.5m", "text/plain")]
    [InlineData("true", "text/plain")]
    [InlineData("\"text\"", "text/plain")]
    [InlineData("new { A = 1 }", "text/html")]
    [InlineData("new[] { 1, 2 }", "text/html")]
    [InlineData("DateTime.MinValue", "text/html")]
    public async Task Values_have_the_usual_mime_types(string code, string mimeType)
    {
        var output = Assert.IsType<DataOutput>(Assert.Single(await notebook.RunAsync(code)));
        Assert.Equal([mimeType], output.Data.Keys);
    }

    [Fact]
    public async Task Formatters_of_the_notebook_take_effect()
    {
        var code = """
            using Microsoft.DotNet.Interactive.Formatting;
            public struct Celsius { public double Degrees; }
            Formatter.Register<Celsius>(value => $"<b>{value.Degrees}</b>", "text/html");
            Formatter.Register<Celsius>(value => $"{value.Degrees} degrees", "text/plain");
            Formatter.SetPreferredMimeTypesFor(typeof(Celsius), "text/html", "text/plain");
            new Celsius { Degrees = 20 }
            """;
        var data = Assert.IsType<DataOutput>(Assert.Single(await notebook.RunAsync(code))).Data;
        Assert.Equal("<b>20</b>", data["text/html"]);
        Assert.Equal("20 degrees", data["text/plain"]);
    }

    [Fact]
    public async Task A_formatter_for_numbers_is_heeded()
    {
        await notebook.RunAsync("""
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<ushort>(n => $"<u>{n}</u>", "text/html");
            """);
        Assert.Equal("<u>7</u>", await notebook.ValueAsync("(ushort)7"));
    }

    [Fact]
    public async Task What_is_displayed_can_be_updated_and_have_another_type()
    {
        var outputs = await notebook.RunAsync("""
            var shown = display("first");
            display(12, "text/html");
            "<svg/>".DisplayAs("image/svg+xml");
            shown.Update("second");
            """);
        Assert.Equal("data second", Describe(outputs[0]));
        Assert.Contains("12", Assert.IsType<DataOutput>(outputs[1]).Data["text/html"]);
        Assert.Equal("<svg/>", Assert.IsType<DataOutput>(outputs[2]).Data["image/svg+xml"]);
        Assert.Equal(3, outputs.Count);
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_the_cell()
    {
        var error = await notebook.ErrorAsync("""
            public class Bad { }
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Bad>(
                value => throw new InvalidOperationException("can't show"), "text/html");
            new Bad()
            """);
        Assert.Contains("can't show", error.Message);
    }

    public void Dispose() => notebook.Dispose();

    private static string Describe(CellOutput output) => output switch
    {
        TextOutput text => $"{(text.IsError ? "error" : "out")} {text.Text}",
        DataOutput data => $"{(data.IsResult ? "result" : "data")} {data.Data.First().Value}",
        _ => $"{output}",
    };
}
