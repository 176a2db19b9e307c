using System.Globalization;

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
        Assert.Equal($"stdout: {expected}".Trim(), await Written(code));
    }

    [Fact]
    public async Task The_network_names_the_digits()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var (code, _) = Block(readme, "A network, on the digits that come with the package:\n\n```csharp\n");
        var written = await Written(code);
        Assert.StartsWith("stdout: 0.9", written);
        Assert.InRange(double.Parse(written["stdout: ".Length..], CultureInfo.InvariantCulture), 0.95, 1);
    }

    [Fact]
    public async Task The_network_that_does_not_learn_is_told_why()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var (code, _) = Block(readme, "And one that does not learn:\n\n```csharp\n");
        Assert.StartsWith("stdout: vanishing gradient at layer 0: ", await Written(code));
    }

    private async Task<string> Written(string code)
    {
        var notebook = Path.Combine(folder, "readme.dib");
        await File.WriteAllTextAsync(notebook, $"#!csharp\n\n#r \"nuget: NotebookGrad\"\n\n#!csharp\n\n{code}");
        var packages = Path.Combine(Repository.Root, "artifacts", "packages");
        var (exitCode, log) = await RunnerProcess.Run(folder, notebook, "--source", packages, "--output", folder);

        Assert.True(exitCode == 0, log);
        return NotebookFile.Read(Path.ChangeExtension(notebook, "ipynb")).CodeCells[1].Results.Trim();
    }

    private static (string Block, string Remainder) Block(string text, string opening)
    {
        var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf("```", start, StringComparison.Ordinal);
        return (text[start..end], text[end..]);
    }
}
