using System.Runtime.InteropServices;
using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Packages;

public sealed class PackageReferenceTests : IDisposable
{
    private readonly KernelProbe notebook = new();

    [Fact]
    public async Task A_package_comes_with_all_it_needs_and_its_extension_runs_first()
    {
        var extension = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var prefix = OperatingSystem.IsWindows() ? "" : "lib";
        var library = Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), $"{prefix}System.IO.Compression.Native{extension}");
        var below = new TinyPackage("Tiny.Below", """
            public static class Below
            {
                [System.Runtime.InteropServices.DllImport("tinynative")]
                static extern unsafe uint CompressionNative_Crc32(uint crc, byte* buffer, int length);
                public static unsafe uint Crc(byte value) => CompressionNative_Crc32(0, &value, 1);
            }
            """)
        {
            Native = ($"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/{prefix}tinynative{extension}", library),
            Extension = "#!csharp\nConsole.WriteLine(\"below\");",
        };
        const string Code = "public static class Above { public static uint Crc => Below.Crc(65); }";
        var above = new TinyPackage("Tiny.Above", Code)
        {
            Dependency = below,
            Extension = """
                #!markdown
                *loaded*
                #!csharp
                #if NBGRAD
                Console.WriteLine("above");
                var leaked = 1;
                #endif
                """,
        };
        PackageFeed.Create(notebook.Folder, above);

        var outputs = await notebook.RunAsync(
            "#i \"nuget: feed\"\n#r \"nuget: Tiny.Above, 1.0.0\"\nConsole.WriteLine(\"cell\");\nAbove.Crc + leaked");

        Assert.Empty(outputs.OfType<ErrorOutput>());
        Assert.Equal(
            ["below\n", "<p><em>loaded</em></p>\n", "above\ncell\n", "3554254476"],
            outputs.Select(output => output is TextOutput text ? text.Text : ((DataOutput)output).Data.First().Value));
        Assert.Equal("1", await notebook.ValueAsync("#r \"nuget: Tiny.Above\"\nleaked"));
        var error = await notebook.ErrorAsync("\n#r \"nuget: Tiny.Above, 2.0\"");
        Assert.Contains("1.0.0 is loaded already", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task An_extension_that_fails_is_seen_and_does_no_harm()
    {
        var package = new TinyPackage("Tiny.Failing", "public static class Working { public static int Value => 5; }")
        {
            Extension = "#!csharp\n\nthrow new Exception(\"bad extension\");",
        };
        var feed = PackageFeed.Create(notebook.Folder);
        package.Pack(feed);
        var outputs = await notebook.RunAsync("#i \"nuget: feed\"\n#r \"nuget: Tiny.Failing\"\nWorking.Value");
        var report = Assert.IsType<TextOutput>(outputs[0]);
        Assert.True(report.IsError);
        Assert.Contains("Tiny.Failing 1.0.0 failed, line 3", report.Text);
        Assert.Contains("bad extension", report.Text);
        Assert.Equal("5", Assert.IsType<DataOutput>(outputs[1]).Data.First().Value);
    }

    [Fact]
    public async Task A_missing_package_is_named()
    {
        PackageFeed.Create(notebook.Folder);
        var error = await notebook.ErrorAsync("#i \"nuget: feed\"\n#r \"nuget: No.Such.Package, 1.2.3\"");
        Assert.Equal("PackageError", error.Name);
        Assert.StartsWith("No.Such.Package 1.2.3: NU1101", error.Message);
        Assert.Contains("nowhere", (await notebook.ErrorAsync("#i \"nuget: nowhere\"")).Message);
        Assert.Equal("PackageError", (await notebook.ErrorAsync("#r \"nuget:\"")).Name);
    }

    public void Dispose() => notebook.Dispose();
}
