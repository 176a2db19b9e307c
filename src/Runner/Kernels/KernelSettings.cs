namespace NotebookGrad.Runner.Kernels;

/// <summary>What a kernel needs to know about its notebook.</summary>
/// <param name="Directory">The folder of the notebook, where its relative paths begin.</param>
/// <param name="Sources">Further package sources: folders or addresses.</param>
/// <param name="CacheFolder">Where package resolutions are remembered.</param>
internal sealed record KernelSettings(string Directory, IReadOnlyList<string> Sources, string CacheFolder)
{
    /// <summary>The folder that is this user's own.</summary>
    public static string UserCacheFolder
    {
        get
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "nbgrad");
        }
    }
}
