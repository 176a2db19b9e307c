using Microsoft.CodeAnalysis;

namespace NotebookGrad.Runner.Kernels;

/// <summary>
/// Finds the files of <c>#load</c> relative to the notebook. The name of a cell is no file, and stays as it is, so
/// that stack traces say <c>cell 3</c>.
/// </summary>
internal sealed class CellSourceResolver(string directory) : SourceFileResolver([directory], directory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
