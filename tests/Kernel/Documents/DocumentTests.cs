using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Documents;

/// <summary>
/// Keeps the pages of the documentation that are written by the tests true. Alone, because loops of other tests would
/// use up what is recorded of lines.
/// </summary>
[Collection("alone")]
public class DocumentTests
{
    private const string Renew = "RENEW_DOCS";

    public DocumentTests() => SourceLine.Replenish();

    [Fact]
    public void The_page_of_the_diagnosis_says_what_it_finds()
    {
        var path = Path.Combine(Repository.Root, "docs", "diagnosis.md");
        var page = DiagnosisPage.Write();
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && DiagnosisPage.Words(File.ReadAllText(path)) == DiagnosisPage.Words(page),
            $"docs/diagnosis.md is out of date: dotnet test tests/Kernel --filter DocumentTests -e {Renew}=1");
    }

    [Theory]
    [InlineData("operations.md")]
    [InlineData("errors.md")]
    public void The_page_is_what_the_tests_find(string name)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        var page = name == "errors.md" ? ErrorsPage.Write() : OperationsPage.Write();
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            $"docs/{name} is out of date: dotnet test tests/Kernel --filter DocumentTests -e {Renew}=1");
    }
}
