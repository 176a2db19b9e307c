namespace NotebookGrad.Tests.Browser;

/// <summary>A fact that needs the sanitizers of front ends and Chromium, and is skipped where one lacks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SanitizerFactAttribute : FactAttribute
{
    public SanitizerFactAttribute() =>
        Skip = Needs.Unmet(Chromium.Lacking ?? Sanitizers.Lacking);
}
