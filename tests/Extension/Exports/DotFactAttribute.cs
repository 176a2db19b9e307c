namespace NotebookGrad.Tests.Exports;

/// <summary>A fact that needs Graphviz, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DotFactAttribute : FactAttribute
{
    public DotFactAttribute()
    {
        if (Dot.Path is null)
        {
            Skip = "needs Graphviz in the PATH (Debian: apt-get install graphviz)";
        }
    }
}
