using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class JupyterTests(SharedBrowser browser) : IDisposable
{
    private const string Converted = ".jp-RenderedHTML";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notebookgrad-jupyter-");

    [JupyterFact]
    public async Task Pages_of_nbconvert_show_every_view()
    {
        var notebook = Path.Combine(folder.FullName, "views.ipynb");
        await File.WriteAllTextAsync(notebook, Jupyter.Notebook(Showcase.All));
        var course = Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb");
        await Tool.Run(
            Jupyter.Convert!,
            ["--to", "html", "--output-dir", folder.FullName, notebook, .. course],
            "",
            TimeSpan.FromMinutes(3));

        foreach (var file in folder.GetFiles("*.html"))
        {
            await using var page = await browser.Open(await File.ReadAllTextAsync(file.FullName));
            await page.Picture(file.Name);
            await page.FindNothing("spills", new { outputs = Converted, isSanitized = false, hasPictures = true });
        }

        await using var views = await browser.Open(
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "views.html")));
        Assert.Equal(Showcase.All.Count, await views.Page.Locator($"{Converted} .nbgrad-view").CountAsync());
    }

    [JupyterFact]
    public async Task The_classic_notebook_shows_pictures_though_it_does_not_trust_them()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "views.ipynb"), Jupyter.Notebook(Showcase.All));
        using var server = await NotebookServer.Start(folder.FullName);
        await using var page = await browser.Visit(new Uri(server.Address, "notebooks/views.ipynb"));
        var outputs = page.Page.Locator(".output_html");
        await outputs.Nth(Showcase.All.Count - 1).WaitForAsync(new() { Timeout = 60_000 });
        await page.Page.EvaluateAsync(
            "() => document.querySelectorAll('.modal, .modal-backdrop').forEach(dialogue => dialogue.remove())");
        await page.Picture("classic");
        Assert.Equal(Showcase.All.Count, await outputs.CountAsync());
        await page.FindNothing("spills", new { outputs = ".output_html", isSanitized = true, hasPictures = true });
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
