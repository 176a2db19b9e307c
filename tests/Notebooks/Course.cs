namespace NotebookGrad.Notebooks;

/// <summary>The course, run once from beginning to end by the runner; nothing is written into the repository.</summary>
public sealed class Course : IAsyncLifetime
{
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

    public async Task InitializeAsync() => (ExitCode, Log) =
        await RunnerProcess.Run(folder, Repository.Notebooks, "--output", Output, "--html", Pages);

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
