using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace NotebookGrad.Runner.Packages;

/// <summary>A package file in a folder that serves as a source.</summary>
/// <param name="Id">Its name in small letters.</param>
/// <param name="Version">Its version, normalized.</param>
/// <param name="Hash">SHA-512 of the file, in base 64 as NuGet keeps it beside an unpacked package.</param>
internal sealed record LocalPackage(string Id, string Version, string Hash)
{
    /// <summary>Reads a package file; null if it is none, which NuGet will say better where it matters.</summary>
    public static LocalPackage? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var hash = Convert.ToBase64String(SHA512.HashData(file));
            file.Position = 0;
            using var archive = new ZipArchive(file);
            var entry = archive.Entries.First(item => item.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
            using var text = entry.Open();
            var description = XDocument.Load(text).Descendants().ToLookup(element => element.Name.LocalName);
            var version = PackageVersion.Normalize(description["version"].First().Value);
            return new LocalPackage(description["id"].First().Value.ToLowerInvariant(), version, hash);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or InvalidOperationException
            or UnauthorizedAccessException or System.Xml.XmlException)
        {
            return null;
        }
    }

    /// <summary>Whether the unpacked package in a folder was unpacked from another file than this one.</summary>
    public bool DiffersFrom(string folder)
    {
        var kept = Path.Combine(folder, $"{Id}.{Version}.nupkg.sha512");
        return File.Exists(kept) && File.ReadAllText(kept).Trim() != Hash;
    }
}
