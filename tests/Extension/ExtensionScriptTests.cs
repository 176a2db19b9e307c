using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

[Collection("live")]
public sealed class ExtensionScriptTests : IDisposable
{
    private readonly ILiveHost console = LiveHost.Current;

    public void Dispose()
    {
        Notebook.Load((_, _, _) => { }, () => [], _ => _ => { }, () => default);
        LiveHost.Current = console;
    }

    [Fact]
    public void The_script_is_one_guarded_statement_that_leaves_nothing_in_the_notebook()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"));
        var code = script.Replace("#!csharp", "").Trim();
        Assert.StartsWith("{", code);
        Assert.EndsWith("}", code);
        Assert.Equal("try", code[1..].TrimStart()[..3]);
        Assert.DoesNotContain("using ", code);
        Assert.Contains("NotebookGrad.Notebook.Load(", code);
        Assert.Contains("catch (System.Exception", code);
    }

    [Fact]
    public async Task Dotnet_interactive_compiles_it_and_a_loop_is_one_output_that_is_updated()
    {
        await LoadAsync();
        Assert.Equal(["text/html", "text/plain", "text/plain+summary"], Formatter.MimeTypes.Order());

        var cell = KernelInvocationContext.Current = new();
        Assert.Equal(4, new DataLoader(Datasets.Of(new int[40]), 10).WithProgress().Count());
        Assert.Single(cell.Events.DistinctBy(shown => shown.Id));
        Assert.Equal([false, true], cell.Events.Select(shown => shown.IsUpdate).Distinct());
        Assert.Contains("0 of 4 batches", cell.Events[0].Text);
        Assert.Contains("100%  4 batches", cell.Events[^1].Text);
    }

    [Fact]
    public async Task Its_stop_button_stops_a_loop_which_says_so_while_the_host_still_listens()
    {
        await LoadAsync();
        var cell = KernelInvocationContext.Current = new();
        var loader = new DataLoader(Datasets.Of(new int[40]), 10);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var batch in loader.WithProgress())
            {
                cell.Cancel();
            }
        });
        Assert.Contains("stopped at batch 1 of 4", cell.Events[^1].Text);
        Assert.Single(cell.Events.DistinctBy(shown => shown.Id));
        cell.Dispose();

        cell = KernelInvocationContext.Current = new();
        Assert.Equal(4, loader.WithProgress().Count());
        Assert.Contains("4 batches", cell.Events[^1].Text);
    }

    [Fact]
    public async Task Outside_of_cells_a_loop_goes_on_without_a_picture()
    {
        await LoadAsync();
        KernelInvocationContext.Current = null;
        Assert.Equal(3, new[] { 1, 2, 3 }.WithProgress().Count());
    }

    private static async Task LoadAsync()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"));
        var options = ScriptOptions.Default.WithReferences(
            typeof(ExtensionScriptTests).Assembly, typeof(Notebook).Assembly, typeof(Tensor).Assembly);
        await CSharpScript.RunAsync(script.Replace("#!csharp", ""), options);
        Assert.NotEqual("ConsoleHost", LiveHost.Current.GetType().Name);
    }
}
