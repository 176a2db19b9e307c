namespace NotebookGrad.Tests.Browser;

/// <summary>The tests that share one browser; one after another, as each is work enough.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<SharedBrowser>
{
    public const string Name = "browser";
}
