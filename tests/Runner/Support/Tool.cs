using System.Diagnostics;
using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Workers;

namespace NotebookGrad.Runner.Tests.Support;

/// <summary>Runs the tool as its users do: as a process.</summary>
internal static class Tool
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<ToolResult> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts it in a folder, with that folder's own memory.</summary>
    public static Process Start(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(ScriptKernel).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder.Path, "data");
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end; it must come.</summary>
    public static async Task<ToolResult> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new ToolResult(process.ExitCode, await output, await errors);
    }
}
