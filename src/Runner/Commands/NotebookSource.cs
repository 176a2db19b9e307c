namespace NotebookGrad.Runner.Commands;

/// <summary>A notebook to be run.</summary>
/// <param name="Path">Its path as the user knows it.</param>
/// <param name="Name">The path of its results below the folder they go to, without an extension.</param>
/// <param name="Problem">Why there is nothing to read at the path, or null.</param>
internal sealed record NotebookSource(string Path, string Name, string? Problem = null)
{
    /// <summary>The folder in which the notebook's cells run.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
}
