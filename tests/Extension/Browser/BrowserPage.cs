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
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>What the page asked for beyond itself.</summary>
    public IEnumerable<string> Requests => requests;

    /// <summary>What went wrong in the page, dialogues included.</summary>
    public IEnumerable<string> Errors => errors;

    /// <summary>Loads the HTML, and lets nothing else through.</summary>
    public static async Task<BrowserPage> Load(IBrowserContext context, string html, PageSetting setting)
    {
        var page = await context.NewPageAsync();
        var result = new BrowserPage(context, page);
        page.PageError += (_, error) => result.errors.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            result.errors.Enqueue($"dialogue {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await page.RouteAsync("**/*", route =>
        {
            if (route.Request.Url == Address)
            {
                var headers = new Dictionary<string, string> { ["Content-Type"] = "text/html; charset=utf-8" };
                if (setting.Policy is { } policy)
                {
                    headers["Content-Security-Policy"] = policy;
                }

                return route.FulfillAsync(new() { Body = html, Headers = headers });
            }

            result.requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        await page.GotoAsync(Address);
        return result;
    }

    /// <summary>What a script of the tests finds in the page.</summary>
    public Task<T> Find<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "Scripts", script + ".js")), argument);

    /// <summary>Leaves a picture of the whole page in the folder that PICTURES names, for people to look at.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>Fails with what a script of the tests finds wrong in the page, or with what the page asked for.</summary>
    public async Task FindNothing(string script, object? argument = null)
    {
        var found = await Find<string[]>(script, argument);
        Assert.True(found.Length == 0, $"{found.Length}:\n{string.Join('\n', found.Take(30))}");
        Assert.Empty(requests);
        Assert.Empty(errors);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
