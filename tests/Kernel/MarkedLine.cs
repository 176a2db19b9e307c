using System.Runtime.CompilerServices;

namespace NotebookGrad.Tests;

/// <summary>Finds lines of a test by the comment at their end.</summary>
internal static class MarkedLine
{
    /// <summary>The place of a line, as messages write it.</summary>
    public static string Line(string mark, [CallerFilePath] string file = "")
    {
        var number = Array.FindIndex(File.ReadAllLines(file), line => line.EndsWith(mark, StringComparison.Ordinal)) + 1;
        return $"{Path.GetFileName(file)}:{number}";
    }
}
