using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>A compressed file of tensors; <c>Reference/stored.py</c> describes it.</summary>
internal sealed class StoredFile : IDisposable
{
    private readonly byte[] content;
    private readonly JsonDocument header;
    private int position;

    /// <summary>Unpacks a file that is embedded in this assembly.</summary>
    public StoredFile(string name)
    {
        using var packed = typeof(StoredFile).Assembly.GetManifestResourceStream(name)!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unpacked.CopyTo(memory);
        content = memory.ToArray();
        var length = BinaryPrimitives.ReadInt32LittleEndian(content);
        header = JsonDocument.Parse(content.AsMemory(4, length));
        position = 4 + length;
    }

    /// <summary>What the file says of itself.</summary>
    public JsonElement Header => header.RootElement;

    /// <summary>The dtype of a name.</summary>
    public static DType DTypeOf(JsonElement name) => Enum.Parse<DType>(name.GetString()!, ignoreCase: true);

    /// <summary>The next tensor, which is the one that an entry of the header describes.</summary>
    public StoredTensor Next(JsonElement tensor)
    {
        var stored = new StoredTensor(
            content,
            position,
            tensor.GetProperty("code").GetString()!,
            DTypeOf(tensor.GetProperty("dtype")),
            [.. tensor.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())],
            tensor.TryGetProperty("grad", out _));
        position = stored.End;
        return stored;
    }

    /// <inheritdoc/>
    public void Dispose() => header.Dispose();
}
