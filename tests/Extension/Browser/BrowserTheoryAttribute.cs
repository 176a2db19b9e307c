namespace NotebookGrad.Tests.Browser;

/// <summary>A theory that needs Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Needs.Unmet(Chromium.Lacking);
}
