using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NotebookGrad.Runner.Packages;

/// <summary>Keeps what restores have found, so that the same notebook starts at once the next time.</summary>
internal sealed class RememberedResolutions(string cacheFolder)
{
    /// <summary>How long "the highest version" stays the highest.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>The name under which an answer is kept; all that may change the answer is in it.</summary>
    public static string Key(
        string directory,
        IEnumerable<PackageRequest> requests,
        IEnumerable<string> sources,
        LocalFeeds feeds)
    {
        var lines = requests.Select(request => $"{request.Id} {request.Version}")
            .Concat(sources)
            .Concat(feeds.Packages.Select(package => $"{package}"))
            .Prepend($"1 {RestoreProject.Framework} {AssetsFile.Platform} {directory}")
            .Append(Environment.GetEnvironmentVariable("NUGET_PACKAGES"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>The kept answer, if there is one and all of its files still exist.</summary>
    public Resolution? Find(string key)
    {
        try
        {
            var resolution = JsonSerializer.Deserialize<Resolution>(File.ReadAllBytes(PathOf(key)));
            return resolution?.Packages.All(package => package.IsPresent) == true ? resolution : null;
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a kept answer is recent enough for a request that asks for the highest version.</summary>
    public bool IsFresh(string key) => DateTime.UtcNow - File.GetLastWriteTimeUtc(PathOf(key)) < Fresh;

    /// <summary>Keeps an answer; a folder that can't be written to costs time only.</summary>
    public void Save(string key, Resolution resolution)
    {
        try
        {
            var path = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(resolution));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another process may be keeping the same answer.
        }
    }

    private string PathOf(string key) => Path.Combine(cacheFolder, "packages", $"{key}.json");
}
