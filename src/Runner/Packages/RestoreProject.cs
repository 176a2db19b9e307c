using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NotebookGrad.Runner.Workers;

namespace NotebookGrad.Runner.Packages;

/// <summary>Lets the SDK restore packages by a project that exists for this purpose only.</summary>
internal static partial class RestoreProject
{
    /// <summary>The framework that notebooks run on.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>Restores the packages.</summary>
    /// <param name="directory">The notebook's folder: NuGet's configuration is looked for from there upward.</param>
    /// <param name="requests">The packages.</param>
    /// <param name="sources">Sources besides those of the configuration.</param>
    /// <exception cref="PackageException">NuGet has not found a set of packages that fits.</exception>
    public static async Task<Resolution> RestoreAsync(
        string directory, IEnumerable<PackageRequest> requests, IEnumerable<string> sources)
    {
        var folder = Directory.CreateTempSubdirectory("nbgrad-");
        try
        {
            var project = Path.Combine(folder.FullName, "notebook.csproj");
            Describe(directory, requests, sources).Save(project);
            var (exitCode, output) = await RunAsync(folder.FullName);
            return exitCode == 0
                ? AssetsFile.Read(Path.Combine(folder.FullName, "obj", "project.assets.json"))
                : throw new PackageException(Errors(output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static XElement Describe(
        string directory, IEnumerable<PackageRequest> requests, IEnumerable<string> sources) =>
        new(
            "Project",
            new XElement(
                "PropertyGroup",
                new XElement("ImportDirectoryBuildProps", false),
                new XElement("ImportDirectoryBuildTargets", false),
                new XElement("ImportDirectoryPackagesProps", false)),
            Import("Sdk.props"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", Framework),
                new XElement("RuntimeIdentifier", AssetsFile.Platform),
                new XElement("SelfContained", false),
                new XElement("UseAppHost", false),
                new XElement("EnableTargetingPackDownload", false),
                new XElement("NuGetAudit", false),
                new XElement("RestoreIgnoreFailedSources", true),
                new XElement("RestoreRootConfigDirectory", Escape(directory)),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources.Select(Escape)))),
            new XElement(
                "ItemGroup",
                new XElement("FrameworkReference", new XAttribute("Include", "Microsoft.AspNetCore.App")),
                requests.Select(request => new XElement(
                    "PackageReference",
                    new XAttribute("Include", request.Id),
                    new XAttribute("Version", request.Version ?? "*")))),
            Import("Sdk.targets"));

    private static XElement Import(string file) =>
        new("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"));

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder)
    {
        string[] arguments = ["restore", "-nodeReuse:false", "-verbosity:quiet", "-nologo"];
        var start = new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A runner started by "dotnet run" or "dotnet test" has inherited the build engine's own paths.
        foreach (var name in start.Environment.Keys.Where(IsOfBuildEngine).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static bool IsOfBuildEngine(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH";

    private static string Errors(string output)
    {
        var errors = Error().Matches(output).Select(match => match.Groups["text"].Value.Trim()).Distinct().ToList();
        return errors.Count > 0 ? string.Join("\n", errors) : $"dotnet restore failed:\n{output.Trim()}";
    }

    /// <summary>Paths may hold letters that mean something to the build engine.</summary>
    private static string Escape(string path) => path.Replace("%", "%25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal);

    [GeneratedRegex(@"error (?<text>[A-Z]+\d+: .*?)(\s\[[^\]]*\])?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
