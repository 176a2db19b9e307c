using NotebookGrad.Runner.Commands;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Commands;

public sealed class NotebookPathsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_folder_means_its_notebooks_in_order()
    {
        string[] names = ["b.ipynb", "a.dib", "deep/c.ipynb", "x.txt", ".ipynb_checkpoints/b.ipynb", "out/b.ipynb"];
        foreach (var name in names)
        {
            folder.File(name, "");
        }

        var found = NotebookPaths.Find([folder.Path], Path.Combine(folder.Path, "out"));
        Assert.Equal(["a", "b", Path.Combine("deep", "c")], found.Select(source => source.Name));
        Assert.All(found, source => Assert.Null(source.Problem));
    }

    [Fact]
    public void Results_of_one_name_are_told_apart()
    {
        var found = NotebookPaths.Find(
            [
                folder.File("a.ipynb", ""), folder.File("a.dib", ""), folder.File("other/a.dib", ""),
                folder.File("b.dib", ""), folder.File("b.dib", ""),
            ],
            null);
        Assert.Equal(["a.ipynb", "a.dib", "a.dib-2", "b"], found.Select(source => source.Name));
    }

    [Fact]
    public void What_can_not_be_run_is_kept_with_the_reason()
    {
        var found = NotebookPaths.Find(["no/such.ipynb", folder.File("a.txt", ""), folder.Folder("empty")], null);
        Assert.All(found, source => Assert.NotNull(source.Problem));
    }

    public void Dispose() => folder.Dispose();
}
