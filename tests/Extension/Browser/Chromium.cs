using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace NotebookGrad.Tests.Browser;

/// <summary>Lets Chromium lay out a page and tell what it finds there.</summary>
internal static partial class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Where Chromium is; null where it is not.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }
            .Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The lines that the page's script has written into the element <c>result</c>.</summary>
    public static string[] Measure(string page, int width, bool isDark)
    {
        var folder = Directory.CreateTempSubdirectory("notebookgrad-browser-");
        try
        {
            var file = System.IO.Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(file, page);
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom",
                $"--user-data-dir={folder.FullName}/profile",
                $"--window-size={width},900",
                "--virtual-time-budget=2000",
                .. isDark ? ["--blink-settings=preferredColorScheme=0"] : Array.Empty<string>(),
                new Uri(file).AbsoluteUri,
            ];
            var start = new ProcessStartInfo(Path!, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
            }

            var result = Result().Match(output.Result);
            return result.Success
                ? WebUtility.HtmlDecode(result.Groups[1].Value).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"Chromium told nothing: {errors.Result}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<pre id=\"result\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Result();
}
