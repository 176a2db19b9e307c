namespace NotebookGrad.Runner.Tests.Support;

/// <summary>Makes a folder a world of its own for NuGet: one source, and unpacked packages beside it.</summary>
internal static class PackageFeed
{
    public static string Create(TemporaryFolder folder, params TinyPackage[] packages)
    {
        folder.File("nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="unpacked" /></config>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        var feed = folder.Folder("feed");
        foreach (var package in packages)
        {
            package.Pack(feed);
        }

        return feed;
    }
}
