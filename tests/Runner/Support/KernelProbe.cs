using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Tests.Support;

/// <summary>A notebook in a folder of its own, of which a test runs cell after cell.</summary>
internal sealed class KernelProbe : IDisposable
{
    private readonly ScriptKernel kernel;
    private int count;

    public KernelProbe() =>
        kernel = new ScriptKernel(new KernelSettings(Folder.Path, [], Path.Combine(Folder.Path, "cache")));

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Runs a cell and gives all its outputs.</summary>
    public async Task<IReadOnlyList<CellOutput>> RunAsync(string code)
    {
        var outputs = new OutputList();
        await kernel.ExecuteAsync(new CellRequest(++count, "csharp", code), outputs.Add, CancellationToken.None);
        return outputs.Items;
    }

    /// <summary>Runs a cell that must succeed and gives its value as plain text or HTML.</summary>
    public async Task<string> ValueAsync(string code)
    {
        var outputs = await RunAsync(code);
        Assert.Empty(outputs.OfType<ErrorOutput>());
        return Assert.Single(outputs.OfType<DataOutput>(), output => output.IsResult).Data.First().Value;
    }

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<ErrorOutput> ErrorAsync(string code) =>
        Assert.IsType<ErrorOutput>((await RunAsync(code))[^1]);

    public void Dispose() => Folder.Dispose();
}
