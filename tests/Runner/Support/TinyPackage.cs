using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookGrad.Runner.Kernels;

namespace NotebookGrad.Runner.Tests.Support;

/// <summary>A package made on the spot.</summary>
/// <param name="Id">Its name, and its assembly's.</param>
/// <param name="Code">The source of its assembly.</param>
internal sealed record TinyPackage(string Id, string Code)
{
    public string Version { get; init; } = "1.0.0";

    /// <summary>The package that this one depends on.</summary>
    public TinyPackage? Dependency { get; init; }

    /// <summary>The script to be run once the package is loaded.</summary>
    public string? Extension { get; init; }

    /// <summary>A native library: its path within the package and the file that it is a copy of.</summary>
    public (string Path, string File)? Native { get; init; }

    /// <summary>Packs it, and what it depends on, into a folder.</summary>
    public void Pack(string folder)
    {
        Dependency?.Pack(folder);
        using var archive = ZipFile.Open(Path.Combine(folder, $"{Id}.{Version}.nupkg"), ZipArchiveMode.Create);
        var dependency = Dependency is { } other ? $"<dependency id='{other.Id}' version='{other.Version}' />" : "";
        Add(archive, $"{Id}.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{Id}</id><version>{Version}</version><authors>tests</authors><description>Tiny.</description>
            <dependencies><group targetFramework="net10.0">{dependency}</group></dependencies>
            </metadata></package>
            """);
        Add(archive, $"lib/net10.0/{Id}.dll", Compile());
        if (Extension is not null)
        {
            Add(archive, "interactive-extensions/dotnet/extension.dib", Extension);
        }

        if (Native is var (path, file))
        {
            Add(archive, path, File.ReadAllBytes(file));
        }
    }

    private byte[] Compile()
    {
        var references = ScriptReferences.Standard.ToList();
        if (Dependency is not null)
        {
            references.Add(MetadataReference.CreateFromImage(Dependency.Compile()));
        }

        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        var tree = CSharpSyntaxTree.ParseText($"using System; {Code}");
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(Id, [tree], references, options).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string content) =>
        Add(archive, name, System.Text.Encoding.UTF8.GetBytes(content));

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }
}
