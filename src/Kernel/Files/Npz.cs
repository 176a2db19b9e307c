using System.IO.Compression;
using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>NumPy's <c>.npz</c> files: named arrays, each a <c>.npy</c> file in a zip archive.</summary>
public static class Npz
{
    // What a zip archive can hold as the oldest date, and NumPy writes always: equal arrays give equal files.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays, in the archive's order; dtypes as <see cref="Npy.Load(string)"/>.</summary>
    /// <param name="path">The file, stored or deflated.</param>
    /// <param name="maximumBytes">
    /// How much the arrays may take together, 4 GiB unless told otherwise: a small archive can hold very much.
    /// </param>
    /// <exception cref="InvalidDataException">
    /// The archive or an array is corrupt, a name is there twice or leads out of the archive, a member is not an array,
    /// or there is more than <paramref name="maximumBytes"/>.
    /// </exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path, long maximumBytes = 1L << 32)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path, maximumBytes);
    }

    /// <summary>Reads all arrays of a stream.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="maximumBytes">How much the arrays may take together.</param>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(Stream source, long maximumBytes = 1L << 32) =>
        Load(source, "npz", maximumBytes);

    /// <summary>
    /// Writes named arrays as <c>np.savez</c> does (or <c>np.savez_compressed</c>), in place of an older file only when
    /// they are complete.
    /// </summary>
    /// <exception cref="ArgumentException">A name cannot stand in an archive.</exception>
    public static void Save(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, bool compressed = false) =>
        AtomicFile.Write(path, stream => Save(stream, tensors, compressed));

    /// <summary>Writes named arrays to a stream.</summary>
    /// <exception cref="ArgumentException">A name cannot stand in an archive.</exception>
    public static void Save(
        Stream target, IEnumerable<KeyValuePair<string, Tensor>> tensors, bool compressed = false)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var names = new HashSet<string>();
        foreach (var (name, x) in tensors)
        {
            if (!names.Add(name) || MemberNames.Fault(name) is not null)
            {
                throw new ArgumentException(
                    $"npz: the name '{name}' {MemberNames.Fault(name) ?? "is there twice"}; call the array otherwise");
            }

            var level = compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression;
            var entry = archive.CreateEntry(name + MemberNames.Suffix, level);
            entry.LastWriteTime = NoDate;
            using var stream = entry.Open();
            Npy.Save(stream, x);
        }
    }

    private static Dictionary<string, Tensor> Load(Stream source, string file, long maximumBytes)
    {
        try
        {
            using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            var tensors = new Dictionary<string, Tensor>();
            var left = maximumBytes;
            foreach (var entry in archive.Entries)
            {
                var name = MemberNames.Read(entry.FullName, file);
                left -= entry.Length;
                if (left < 0)
                {
                    throw new InvalidDataException(
                        $"{file}: the arrays take more than {maximumBytes} bytes together; if the file is to be "
                        + "trusted, raise maximumBytes");
                }

                if (!tensors.TryAdd(name, Read(entry, $"{file}, array '{name}'")))
                {
                    throw new InvalidDataException($"{file}: the array '{name}' is there twice");
                }
            }

            return tensors;
        }
        catch (Exception problem) when (problem is IOException or NotSupportedException or ArgumentException
            or OverflowException || (problem is InvalidDataException && !problem.Message.StartsWith(file)))
        {
            throw new InvalidDataException($"{file}: this is no sound zip archive: {problem.Message}", problem);
        }
    }

    private static Tensor Read(ZipArchiveEntry entry, string name)
    {
        using var content = new MemberStream(entry.Open(), entry.Length, name);
        var x = Npy.Read(new BoundedReader(content, name));
        content.Finish(entry.Crc32);
        return x;
    }
}
