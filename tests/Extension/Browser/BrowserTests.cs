namespace NotebookGrad.Tests.Browser;

/// <summary>The tests that share one browser; one after another, since each is the machine's work for a moment.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<SharedBrowser>
{
    public const string Name = "browser";
}
