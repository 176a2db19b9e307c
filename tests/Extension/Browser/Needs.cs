namespace NotebookGrad.Tests.Browser;

/// <summary>What tests need of a machine, and not every machine has.</summary>
internal static class Needs
{
    /// <summary>
    /// The reason to skip a test, given what lacks; none with <c>CI=true</c>, so that there the test fails of it.
    /// </summary>
    public static string? Unmet(string? lacking) =>
        Environment.GetEnvironmentVariable("CI") == "true" ? null : lacking;
}
