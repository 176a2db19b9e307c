using System.Diagnostics;

namespace NotebookGrad.Notebooks;

/// <summary>The course, run once from beginning to end by the runner, with nothing written into the repository.</summary>
public sealed class Course : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string folder = Directory.CreateTempSubdirectory("notebookgrad-course-").FullName;

    /// <summary>The notebooks' names.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    /// <summary>What the runner said.</summary>
    public string Log { get; private set; } = "";

    /// <summary>How the runner ended.</summary>
    public int ExitCode { get; private set; } = -1;

    private string Output => Path.Combine(folder, "output");

    private string Pages => Path.Combine(folder, "pages");

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Repository.Runner, "run", Repository.Notebooks, "--output", Output, "--html", Pages])
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
        Log = await process.StandardOutput.ReadToEndAsync(patience.Token) + await errors;
        await process.WaitForExitAsync(patience.Token);
        ExitCode = process.ExitCode;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A notebook as it is in the repository.</summary>
    internal static NotebookFile Committed(string name) => NotebookFile.Read(Path.Combine(Repository.Notebooks, name));

    /// <summary>The same, as the run has left it.</summary>
    internal NotebookFile Executed(string name) => NotebookFile.Read(Path.Combine(Output, name));

    /// <summary>The page that the run has made of it.</summary>
    internal string Page(string name) => File.ReadAllText(Path.Combine(Pages, Path.ChangeExtension(name, "html")));
}
