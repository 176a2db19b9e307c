using NotebookGrad.Runner.Packages;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Packages;

public sealed class PackageResolverTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task What_was_found_once_needs_no_restore()
    {
        var feed = PackageFeed.Create(folder, Package("Tiny.Kept", 1));
        var first = await ResolveAsync("Tiny.Kept", feed);
        folder.File("nuget.config", "a restore would stumble over this");
        var second = await ResolveAsync("Tiny.Kept", feed);
        Assert.Equivalent(first, second, strict: true);
    }

    [Fact]
    public async Task Without_a_version_the_highest_is_taken()
    {
        var feed = PackageFeed.Create(
            folder, Package("Tiny.High", 1), Package("Tiny.High", 2) with { Version = "1.10.0" });
        Assert.Equal("1.10.0", (await ResolveAsync("Tiny.High", feed)).Version);
    }

    [Fact]
    public async Task A_freshly_packed_package_wins_over_the_unpacked_one()
    {
        var feed = PackageFeed.Create(folder, Package("Tiny.Fresh", 1));
        var old = await ResolveAsync("Tiny.Fresh", feed);
        var before = File.ReadAllBytes(old.Runtime[0]);
        File.Delete(Path.Combine(feed, "Tiny.Fresh.1.0.0.nupkg"));
        Package("Tiny.Fresh", 2).Pack(feed);

        var fresh = await ResolveAsync("Tiny.Fresh", feed);

        Assert.Equal(old.Folder, fresh.Folder);
        Assert.NotEqual(before, File.ReadAllBytes(fresh.Runtime[0]));
    }

    [Fact]
    public async Task What_another_clone_unpacked_under_the_same_version_is_replaced()
    {
        var feed = PackageFeed.Create(folder, Package("Tiny.Clones", 1));
        var mine = await ResolveAsync("Tiny.Clones", feed);
        var expected = File.ReadAllBytes(mine.Runtime[0]);
        var hash = Path.Combine(mine.Folder, "tiny.clones.1.0.0.nupkg.sha512");
        File.WriteAllText(hash, "of another file");
        File.WriteAllText(mine.Runtime[0], "another assembly");

        var again = await ResolveAsync("Tiny.Clones", feed);

        Assert.Equal(expected, File.ReadAllBytes(again.Runtime[0]));
    }

    [Fact]
    public void The_packages_of_the_nearest_build_are_found()
    {
        var built = folder.Folder("artifacts/packages");
        Assert.Equal(built, LocalFeeds.FindDefault(folder.Folder("notebooks/deep")));
    }

    public void Dispose() => folder.Dispose();

    private static TinyPackage Package(string id, int value) =>
        new(id, $"public static class Holder {{ public static int Value => {value}; }}");

    private async Task<ResolvedPackage> ResolveAsync(string id, string feed)
    {
        var resolver = new PackageResolver(folder.Path, Path.Combine(folder.Path, "cache"));
        var resolution = await resolver.ResolveAsync([new PackageRequest(id, null)], [feed]);
        return Assert.Single(resolution.Packages);
    }
}
