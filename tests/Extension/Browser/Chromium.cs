namespace NotebookGrad.Tests.Browser;

/// <summary>Chromium, where this machine has it.</summary>
internal static class Chromium
{
    /// <summary>Where Chromium is; null where it is not.</summary>
    public static string? Path { get; } = Tool.Find("chromium", "chromium-browser", "google-chrome");

    /// <summary>What is needed and lacks here; null where nothing does.</summary>
    public static string? Lacking { get; } =
        Path is null ? "needs Chromium in the PATH (Debian: apt-get install chromium fonts-dejavu)" : null;
}
