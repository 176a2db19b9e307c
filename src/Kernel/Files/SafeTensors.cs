using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>
/// Safetensors files: named tensors and text about them, as Hugging Face's libraries write them.
/// </summary>
public static class SafeTensors
{
    /// <summary>
    /// Reads all tensors, in the file's order. BOOL stays bool; whole numbers become int64, F16, BF16 and F32 become
    /// float32, F64 float64.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file breaks a rule of the format (lengths, offsets that overlap or leave a hole, names that are there
    /// twice), is truncated, or has elements that no dtype holds.
    /// </exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Load(new BoundedReader(stream, path));
    }

    /// <summary>Reads all tensors of a stream.</summary>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(Stream source) =>
        Load(new BoundedReader(source, "safetensors"));

    /// <summary>Reads what the file says about its tensors, and nothing else.</summary>
    /// <exception cref="InvalidDataException">The file breaks a rule of the format.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var stream = File.OpenRead(path);
        return SafeTensorsHeader.Read(new BoundedReader(stream, path)).Metadata;
    }

    /// <summary>
    /// Writes named tensors and text about them, in place of an older file only when they are complete.
    /// </summary>
    /// <exception cref="ArgumentException">A name is there twice, or is the reserved <c>__metadata__</c>.</exception>
    public static void Save(
        string path,
        IEnumerable<KeyValuePair<string, Tensor>> tensors,
        IEnumerable<KeyValuePair<string, string>>? metadata = null) =>
        AtomicFile.Write(path, stream => Save(stream, tensors, metadata));

    /// <summary>Writes named tensors and text about them to a stream.</summary>
    /// <exception cref="ArgumentException">A name is there twice, or is the reserved <c>__metadata__</c>.</exception>
    public static void Save(
        Stream target,
        IEnumerable<KeyValuePair<string, Tensor>> tensors,
        IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        // The format's own writer puts the widest elements first, so that each tensor lies aligned.
        KeyValuePair<string, Tensor>[] ordered =
        [
            .. tensors.OrderByDescending(pair => pair.Value.DType.Size)
                .ThenBy(pair => pair.Value.DType)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal),
        ];
        target.Write(SafeTensorsHeader.Write(ordered, metadata ?? []));
        foreach (var (_, x) in ordered)
        {
            ElementWriter.Write(target, x);
        }
    }

    private static Dictionary<string, Tensor> Load(BoundedReader reader)
    {
        var header = SafeTensorsHeader.Read(reader);
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in header.Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            tensors[entry.Name] = ElementReader.Read(reader, entry.Format, entry.Shape, $"tensor '{entry.Name}'");
        }

        return reader.IsAtEnd
            ? header.Entries.ToDictionary(entry => entry.Name, entry => tensors[entry.Name])
            : throw reader.Problem("there are bytes after the last tensor: the file is corrupt");
    }
}
