namespace NotebookGrad.Tests.Browser;

/// <summary>A fact that needs Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Needs.Unmet(Chromium.Lacking);
}
