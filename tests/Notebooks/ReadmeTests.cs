namespace NotebookGrad.Notebooks;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("notebookgrad-readme-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_ten_lines_write_what_stands_below_them()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var (code, rest) = Block(readme, "```csharp\n");
        var (expected, _) = Block(rest, "write\n\n```\n");

        var notebook = Path.Combine(folder, "readme.dib");
        await File.WriteAllTextAsync(notebook, $"#!csharp\n\n#r \"nuget: NotebookGrad\"\n\n#!csharp\n\n{code}");
        var packages = Path.Combine(Repository.Root, "artifacts", "packages");
        var (exitCode, log) = await RunnerProcess.Run(folder, notebook, "--source", packages, "--output", folder);

        Assert.True(exitCode == 0, log);
        var written = NotebookFile.Read(Path.ChangeExtension(notebook, "ipynb")).CodeCells[1].Results;
        Assert.Equal($"stdout: {expected}".Trim(), written.Trim());
    }

    private static (string Block, string Remainder) Block(string text, string opening)
    {
        var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf("```", start, StringComparison.Ordinal);
        return (text[start..end], text[end..]);
    }
}
