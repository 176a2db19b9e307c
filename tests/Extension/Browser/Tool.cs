using System.Diagnostics;

namespace NotebookGrad.Tests.Browser;

/// <summary>A program of this machine that tests call.</summary>
internal static class Tool
{
    /// <summary>Where the first of some programs is that is in the PATH; null where none is.</summary>
    public static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>What a program writes, given its arguments and what it reads.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end in time.</exception>
    public static async Task<string> Run(string path, string[] arguments, string input, TimeSpan patience)
    {
        using var process = Process.Start(new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var alarm = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(alarm.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{path} did not end within {patience.TotalSeconds:0} s");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{path} ended with {process.ExitCode}: {await errors}");
    }
}
