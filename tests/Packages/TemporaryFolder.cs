namespace NotebookGrad.Packages;

/// <summary>A folder outside the repository, so that none of its settings reach what is built there.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("notebookgrad-").FullName;

    public string PathTo(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    public void Write(string relativePath, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathTo(relativePath))!);
        File.WriteAllText(PathTo(relativePath), text);
    }

    public void CopyFromRepository(string relativePath) =>
        Write(relativePath, File.ReadAllText(Repository.PathTo(relativePath)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
