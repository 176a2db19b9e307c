using NotebookGrad.Peers.Layouters;

namespace NotebookGrad.Tests;

/// <summary>A fact that needs other programs, and is skipped where one lacks; with CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    /// <param name="needs">Each <c>dot</c>, or a package of npm.</param>
    public PeerFactAttribute(params string[] needs)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = needs.Select(Installed.Lack).FirstOrDefault(lack => lack is not null);
        }
    }
}
