using System.IO.Compression;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace NotebookGrad.Packages;

public sealed class PackageTests(PackedSolution solution, ITestOutputHelper output) : IClassFixture<PackedSolution>
{
    private const double MegabytesAllowed = 8;

    // Made where a package source carries what they stand on.
    private static readonly string[] Optional = ["NotebookGrad.Gpu", "NotebookGrad.Plotly"];

    [Fact]
    public void Pack_makes_the_engine_the_extension_the_tool_and_what_is_optional_only() =>
        Assert.Equal(
            ["NotebookGrad", "NotebookGrad.Kernel", "nbgrad"],
            Manifests().Select(Id).Except(Optional).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_package_says_what_it_is()
    {
        foreach (var manifest in Manifests())
        {
            Assert.Equal("MIT", Value(manifest, "license"));
            Assert.Equal("README.md", Value(manifest, "readme"));
            Assert.NotEmpty(Value(manifest, "tags"));
            Assert.NotEqual("Package Description", Value(manifest, "description"));
        }
    }

    [Fact]
    public void Extension_carries_what_a_notebook_runs_on_loading_it()
    {
        var file = solution.PackageFiles.Single(file => Id(Manifest(file)) == "NotebookGrad");
        using var package = ZipFile.OpenRead(file);

        Assert.Contains(package.Entries, entry => entry.FullName == "interactive-extensions/dotnet/extension.dib");
    }

    [Fact]
    public async Task One_line_in_a_notebook_downloads_little()
    {
        var files = await solution.RestoreAsync("NotebookGrad");

        var megabytes = files.Sum(file => file.Length) / 1e6;
        var closure = files
            .OrderByDescending(file => file.Length)
            .Select(file => FormattableString.Invariant($"{file.Name} {file.Length / 1e6:0.00} MB"));
        var line = FormattableString.Invariant(
            $"""#r "nuget: NotebookGrad" downloads {megabytes:0.00} MB: {string.Join(", ", closure)}""");
        output.WriteLine(line);
        solution.Print(line);

        Assert.Equal(
            ["MathNet.Numerics", "NotebookGrad", "NotebookGrad.Kernel", "System.Numerics.Tensors"],
            files.Select(file => Id(Manifest(file.FullName))).Order(StringComparer.Ordinal));
        Assert.True(megabytes < MegabytesAllowed, line);
    }

    private static string Id(XElement manifest) => Value(manifest, "id");

    private static string Value(XElement manifest, string name) =>
        manifest.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    private static XElement Manifest(string packageFile)
    {
        using var package = ZipFile.OpenRead(packageFile);
        var entry = package.Entries.Single(entry => Path.GetExtension(entry.Name) == ".nuspec");
        using var manifest = entry.Open();
        return XDocument.Load(manifest).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private IEnumerable<XElement> Manifests() => solution.PackageFiles.Select(Manifest);
}
