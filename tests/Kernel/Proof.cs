namespace NotebookGrad.Tests;

/// <summary>What the tests prove, in numbers, for the build to print after them.</summary>
internal static class Proof
{
    /// <summary>Writes a file that the target PrintProof prints.</summary>
    public static void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "proof"));
        File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), text);
    }
}
