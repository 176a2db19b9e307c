namespace NotebookGrad.Tests.OpInfo;

/// <summary>Keeps the list of operations in the documentation true.</summary>
public class OperationsPageTests
{
    private const string Renew = "RENEW_DOCS";

    [Fact]
    public void The_page_lists_what_is_replayed()
    {
        var path = Path.Combine(Repository.Root, "docs", "operations.md");
        var page = OperationsPage.Write();
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            $"docs/operations.md is out of date: dotnet test tests/Kernel --filter OperationsPage -e {Renew}=1");
    }
}
