using System.IO.Compression;

namespace NotebookGrad.Packages;

/// <summary>The least that NuGet takes for a package: a manifest and an empty place for net10.0.</summary>
internal static class SamplePackage
{
    public static void Pack(string id, string version, string folder)
    {
        Directory.CreateDirectory(folder);
        using var package = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntry("lib/net10.0/_._");
        using var manifest = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        manifest.Write($"""
            <package>
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>a test</authors>
                <description>a test</description>
              </metadata>
            </package>
            """);
    }
}
