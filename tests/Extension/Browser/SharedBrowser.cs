using Microsoft.Playwright;

namespace NotebookGrad.Tests.Browser;

/// <summary>One Chromium for all tests that look at pages.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? chromium;

    private IBrowser Started => chromium ?? throw new InvalidOperationException(Chromium.Lacking);

    /// <summary>Starts the browser, where there is one; the tests are skipped where there is none.</summary>
    public async Task InitializeAsync()
    {
        if (Chromium.Path is not { } path)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Repository.PlaywrightDriver);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens a page of this HTML in a profile of its own.</summary>
    internal async Task<BrowserPage> Open(string html, PageSetting? setting = null)
    {
        setting ??= new PageSetting();
        return await BrowserPage.Show(await NewProfile(setting), html, setting.Policy);
    }

    /// <summary>Opens a page of a server in a profile of its own.</summary>
    internal async Task<BrowserPage> Visit(Uri address) =>
        await BrowserPage.Visit(await NewProfile(new PageSetting()), address);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private Task<IBrowserContext> NewProfile(PageSetting setting) => Started.NewContextAsync(new()
    {
        ViewportSize = new() { Width = setting.Width, Height = 900 },
        ColorScheme = setting.IsDark ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = setting.HasForcedColours ? ForcedColors.Active : ForcedColors.None,
        ReducedMotion = setting.HasReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        JavaScriptEnabled = setting.RunsScripts,
    });
}
