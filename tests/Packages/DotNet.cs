using System.Diagnostics;

namespace NotebookGrad.Packages;

/// <summary>Runs the `dotnet` command as a user would, whatever build or test run this process is part of.</summary>
internal sealed record DotNet(string WorkingDirectory)
{
    /// <summary>Variables beside the inherited ones.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        // A build node that outlives its build would keep our end of its output open.
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Describe(arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(string.Join(' ', arguments), process.ExitCode, output + await errors);
    }

    private ProcessStartInfo Describe(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var inherited = start.Environment.Keys.Where(IsOfOuterBuild).ToList();
        foreach (var name in inherited)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfOuterBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a command printed and how it ended.</summary>
    internal sealed record Outcome(string Command, int ExitCode, string Output)
    {
        public Outcome Succeeded()
        {
            Assert.True(ExitCode == 0, $"dotnet {Command} ended with {ExitCode}:\n{Output}");
            return this;
        }

        public IEnumerable<string> LinesWith(string text) =>
            Output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal));
    }
}
