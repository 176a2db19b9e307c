namespace NotebookGrad.Tests.Browser;

/// <summary>How a page is looked at.</summary>
internal sealed record PageSetting
{
    /// <summary>Width of the window in pixels.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>Whether the system asks for dark pages.</summary>
    public bool IsDark { get; init; }

    /// <summary>Whether the system brings a few colours of its own.</summary>
    public bool HasForcedColours { get; init; }

    /// <summary>Whether the system asks that nothing moves.</summary>
    public bool HasReducedMotion { get; init; }

    /// <summary>Whether scripts run at all.</summary>
    public bool RunsScripts { get; init; } = true;

    /// <summary>What the server allows the page, in the words of Content-Security-Policy.</summary>
    public string? Policy { get; init; }
}
