namespace NotebookGrad.Packages;

/// <summary>
/// A solution of four projects under the repository's own Directory.Solution.targets: Plain needs no package, Present
/// needs one that the only source carries, Absent one that it lacks, and Newer one that it carries in a later version.
/// </summary>
public sealed class SampleSolution : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SampleSolution()
    {
        folder.CopyFromRepository("Directory.Solution.targets");
        folder.CopyFromRepository("build/OptionalProjects.targets");
        folder.CopyFromRepository("build/PackageProbe.csproj");
        folder.Write("build/OptionalProjects.props", """
            <Project>
              <ItemGroup>
                <OptionalProject Include="Present/Present.csproj" Package="Sample.Present" />
                <OptionalProject Include="Absent/Absent.csproj" Package="Sample.Absent" />
                <OptionalProject Include="Newer/Newer.csproj" Package="Sample.Newer" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        folder.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Sample.Present" Version="1.2.3" />
                <PackageVersion Include="Sample.Absent" Version="1.2.3" />
                <PackageVersion Include="Sample.Newer" Version="1.2.3" />
              </ItemGroup>
            </Project>
            """);
        UseSource("feed");
        SamplePackage.Pack("Sample.Present", "1.2.3", folder.PathTo("feed"));
        SamplePackage.Pack("Sample.Newer", "2.0.0", folder.PathTo("feed"));
        WriteProject("Plain");
        WriteProject("Present", """<PackageReference Include="Sample.Present" />""");
        WriteProject("Absent", """<PackageReference Include="Sample.Absent" />""");
        WriteProject("Newer", """<PackageReference Include="Sample.Newer" />""");
        folder.Write("Sample.slnx", """
            <Solution>
              <Project Path="Plain/Plain.csproj" />
              <Project Path="Present/Present.csproj" />
              <Project Path="Absent/Absent.csproj" />
              <Project Path="Newer/Newer.csproj" />
            </Solution>
            """);
    }

    internal Task<DotNet.Outcome> RunAsync(params string[] arguments) =>
        new DotNet(folder.Path)
        {
            Environment =
            {
                ["NUGET_PACKAGES"] = folder.PathTo("packages"),
                ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1",
            },
        }.RunAsync(arguments);

    /// <summary>Makes a folder or an address the only package source, and forgets all answers and builds.</summary>
    public void UseSource(string source)
    {
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="sample" value="{source}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        foreach (var made in new[] { "artifacts", "packages", "Plain/bin", "Present/bin", "Absent/bin", "Newer/bin" })
        {
            if (Directory.Exists(folder.PathTo(made)))
            {
                Directory.Delete(folder.PathTo(made), recursive: true);
            }
        }
    }

    public bool HasBuilt(string project) =>
        File.Exists(folder.PathTo($"{project}/bin/Debug/net10.0/{project}.dll"));

    public IEnumerable<DateTime> TimesAsked() =>
        Directory.EnumerateFiles(folder.PathTo("artifacts/probe"), "*", SearchOption.AllDirectories)
            .Select(File.GetLastWriteTimeUtc);

    public void Dispose() => folder.Dispose();

    private void WriteProject(string name, string reference = "") =>
        folder.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>
            """);
}
