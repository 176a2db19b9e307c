using System.IO.Compression;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Kernels;

public sealed class AssemblyReferenceTests : IDisposable
{
    private readonly KernelProbe notebook = new();

    [Fact]
    public async Task A_file_is_found_relative_to_the_notebook()
    {
        const string Code = "public static class Greeter { public static string Hi => \"hi\"; }";
        Extract(new TinyPackage("ReferencedByPath", Code));
        Assert.Equal("hi", await notebook.ValueAsync("#r \"libraries/ReferencedByPath.dll\"\nGreeter.Hi"));
    }

    [Fact]
    public async Task A_missing_file_is_named_with_its_line()
    {
        var error = await notebook.ErrorAsync("\n#r \"libraries/Missing.dll\"");
        Assert.Contains("Missing.dll", error.Message);
    }

    [Fact]
    public async Task An_assembly_of_the_framework_may_be_named() =>
        Assert.Equal(
            "a",
            await notebook.ValueAsync("#r \"System.Xml.Linq\"\nnew System.Xml.Linq.XElement(\"a\").Name.LocalName"));

    public void Dispose() => notebook.Dispose();

    private void Extract(TinyPackage package)
    {
        package.Pack(notebook.Folder.Path);
        using var archive = ZipFile.OpenRead(Directory.GetFiles(notebook.Folder.Path, "*.nupkg")[0]);
        var entry = archive.GetEntry($"lib/net10.0/{package.Id}.dll")!;
        entry.ExtractToFile(Path.Combine(notebook.Folder.Folder("libraries"), entry.Name));
    }
}
