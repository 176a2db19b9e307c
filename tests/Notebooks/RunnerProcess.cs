using System.Diagnostics;

namespace NotebookGrad.Notebooks;

/// <summary>The runner as its users run it: a process of its own.</summary>
internal static class RunnerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it in a folder, and returns how it ended and what it said.</summary>
    public static async Task<(int ExitCode, string Log)> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Runner, "run", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Unpacked packages and memories of the user's own might be those of another working tree.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder, "data");
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var log = await process.StandardOutput.ReadToEndAsync(patience.Token) + await errors;
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, log);
    }
}
