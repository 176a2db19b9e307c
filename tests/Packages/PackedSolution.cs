using Xunit.Abstractions;
using Xunit.Sdk;

namespace NotebookGrad.Packages;

/// <summary>What `dotnet pack -c Release` makes of this repository, apart from the build that is under way.</summary>
public sealed class PackedSolution(IMessageSink console) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public IEnumerable<string> PackageFiles => Directory.EnumerateFiles(Feed);

    private string Feed => folder.PathTo("feed");

    public async Task InitializeAsync()
    {
        var pack = await new DotNet(Repository.Root).RunAsync(
            "pack", "NotebookGrad.sln", "-c", "Release", "-o", Feed, "--artifacts-path", folder.PathTo("artifacts"));
        pack.Succeeded();
    }

    /// <summary>The package files that one project gets, starting from none, by asking for an id.</summary>
    public async Task<IReadOnlyList<FileInfo>> RestoreAsync(string id)
    {
        // Beside the machine's own sources, which NuGet merges with this one.
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        folder.Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="*" />
              </ItemGroup>
            </Project>
            """);
        var restored = folder.PathTo("restored");
        var restore = await new DotNet(folder.Path) { Environment = { ["NUGET_PACKAGES"] = restored } }
            .RunAsync("restore", "Consumer.csproj");
        restore.Succeeded();
        return [.. new DirectoryInfo(restored).EnumerateFiles("*.nupkg", SearchOption.AllDirectories)];
    }

    public void Print(string line) => console.OnMessage(new DiagnosticMessage(line));

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
