using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NotebookGrad.Tests.Browser;

/// <summary>An open page, and what it asked for from outside.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private const string Address = "http://notebook.test/";

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> requests = [];
    private readonly ConcurrentQueue<string> errors = [];

    private BrowserPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(120_000);
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            errors.Enqueue($"dialogue {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>What the page asked for and was refused: everything but itself.</summary>
    public IEnumerable<string> Requests => requests;

    /// <summary>What went wrong in the page, dialogues included.</summary>
    public IEnumerable<string> Errors => errors;

    /// <summary>Shows a page of this HTML, and lets nothing else through.</summary>
    public static async Task<BrowserPage> Show(IBrowserContext context, string html, string? policy)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "text/html; charset=utf-8" };
        if (policy is not null)
        {
            headers["Content-Security-Policy"] = policy;
        }

        var result = new BrowserPage(context, await context.NewPageAsync());
        await result.Answer(
            url => url == Address, route => route.FulfillAsync(new() { Body = html, Headers = headers }));
        await result.Page.GotoAsync(Address);
        return result;
    }

    /// <summary>Goes to a page, and lets nothing through but its own server.</summary>
    public static async Task<BrowserPage> Visit(IBrowserContext context, Uri address)
    {
        var result = new BrowserPage(context, await context.NewPageAsync());
        var server = address.GetLeftPart(UriPartial.Authority);
        await result.Answer(url => url.StartsWith(server, StringComparison.Ordinal), route => route.ContinueAsync());
        await result.Page.GotoAsync(address.AbsoluteUri);
        return result;
    }

    /// <summary>What a script of the tests finds in the page.</summary>
    public Task<T> Find<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "Scripts", script + ".js")), argument);

    /// <summary>Fails with what a script of the tests finds wrong in the page.</summary>
    public async Task FindNothing(string script, object? argument = null)
    {
        var found = await Find<string[]>(script, argument);
        Assert.True(found.Length == 0, $"{found.Length}:\n{string.Join('\n', found.Take(30))}");
    }

    /// <summary>Fails where the page asked for anything, or something went wrong in it.</summary>
    public void HasAskedForNothing()
    {
        Assert.Empty(requests);
        Assert.Empty(errors);
    }

    /// <summary>Leaves a picture of the whole page in the folder that PICTURES names, for people to look at.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private Task Answer(Predicate<string> isOwn, Func<IRoute, Task> serve) => Page.RouteAsync("**/*", route =>
    {
        if (isOwn(route.Request.Url))
        {
            return serve(route);
        }

        requests.Enqueue(route.Request.Url);
        return route.AbortAsync();
    });
}
