using System.Runtime.InteropServices;

namespace NotebookGrad.Runner.Workers;

/// <summary>The <c>dotnet</c> that runs this process, which need not be the one that PATH leads to.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var framework = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var root = framework.Parent?.Parent?.Parent?.FullName ?? "";
        var path = System.IO.Path.Combine(root, name);
        return File.Exists(path) ? path : name;
    }
}
