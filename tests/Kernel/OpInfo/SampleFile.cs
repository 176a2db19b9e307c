using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>Reads the files that <c>Reference/opinfo.py</c> writes, whose first lines describe the format.</summary>
internal sealed class SampleFile
{
    private readonly byte[] content;
    private int position;

    private SampleFile(string name)
    {
        using var packed = typeof(SampleFile).Assembly.GetManifestResourceStream(name)!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unpacked.CopyTo(memory);
        content = memory.ToArray();
    }

    /// <summary>All operations of all families, by name.</summary>
    public static IReadOnlyDictionary<string, StoredOperation> Operations { get; } = typeof(SampleFile).Assembly
        .GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal))
        .SelectMany(name => new SampleFile(name).Read())
        .ToDictionary(operation => operation.Name);

    private List<StoredOperation> Read()
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(content);
        position = 4 + length;
        using var header = JsonDocument.Parse(content.AsMemory(4, length));
        return [.. header.RootElement.GetProperty("operations").EnumerateArray().Select(Operation)];
    }

    private StoredOperation Operation(JsonElement operation) => new(
        operation.GetProperty("name").GetString()!,
        [.. operation.GetProperty("samples").EnumerateArray().Select(Sample)],
        operation.GetProperty("leftOut").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetInt32()));

    // The order of reading is that of writing: the numbers lie in it.
    private StoredSample Sample(JsonElement sample) => new(
        [.. sample.GetProperty("arguments").EnumerateArray().Select(Argument)],
        sample.GetProperty("keywords").EnumerateObject().ToDictionary(keyword => keyword.Name, keyword => Argument(keyword.Value)),
        Tensors(sample.GetProperty("value"))!,
        Tensors(sample.GetProperty("gradients")),
        Tensors(sample.GetProperty("second")),
        [.. sample.GetProperty("errors").EnumerateArray().Select(error => error.ValueKind == JsonValueKind.Null ? (double?)null : error.GetDouble())],
        sample.TryGetProperty("dtypes32", out var dtypes) ? [.. dtypes.EnumerateArray().Select(DTypeOf)] : null,
        sample.TryGetProperty("wrapper", out var wrapper) ? wrapper.GetString() : null,
        sample.TryGetProperty("process", out var process) ? process.GetString() : null);

    private StoredTensor[]? Tensors(JsonElement list) =>
        list.ValueKind == JsonValueKind.Null ? null : [.. list.EnumerateArray().Select(Tensor)];

    private object? Argument(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => argument.GetString(),
        JsonValueKind.Number => argument.TryGetInt64(out var whole) ? (object)whole : argument.GetDouble(),
        JsonValueKind.Array => argument.EnumerateArray().Select(Argument).ToArray(),
        _ => Special(argument.EnumerateObject().Single()),
    };

    private object Special(JsonProperty special) => special.Name switch
    {
        "tensor" => Tensor(special.Value),
        "same" => new SameTensor(special.Value.GetInt32()),
        "number" => special.Value.GetString() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN },
        "dtype" => special.Value.GetString() is "float32" or "float64" or "int64" or "bool" ? DTypeOf(special.Value) : special.Value.GetString()!,
        "slice" => new Slice([.. special.Value.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Null ? (int?)null : part.GetInt32())]),
        "ellipsis" => Ellipsis.Instance,
        _ => throw new InvalidDataException($"an argument of kind {special.Name}"),
    };

    private StoredTensor Tensor(JsonElement tensor)
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

    private static DType DTypeOf(JsonElement name) => Enum.Parse<DType>(name.GetString()!, ignoreCase: true);
}
