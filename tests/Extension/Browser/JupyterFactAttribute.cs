namespace NotebookGrad.Tests.Browser;

/// <summary>A fact that needs Jupyter's programs and Chromium, and is skipped where one lacks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterFactAttribute : FactAttribute
{
    public JupyterFactAttribute() =>
        Skip = Needs.Unmet(Chromium.Lacking ?? Jupyter.Lacking);
}
