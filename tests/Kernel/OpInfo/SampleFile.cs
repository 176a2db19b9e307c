using System.Text.Json;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>Reads the files that <c>Reference/opinfo.py</c> writes.</summary>
internal sealed class SampleFile
{
    private readonly StoredFile file;

    private SampleFile(StoredFile file) => this.file = file;

    /// <summary>All operations of all families, by name.</summary>
    public static IReadOnlyDictionary<string, StoredOperation> Operations { get; } = typeof(SampleFile).Assembly
        .GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal))
        .SelectMany(Read).ToDictionary(operation => operation.Name);

    private static List<StoredOperation> Read(string name)
    {
        using var file = new StoredFile(name);
        return [.. file.Header.GetProperty("operations").EnumerateArray().Select(new SampleFile(file).Operation)];
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
        sample.TryGetProperty("dtypes32", out var dtypes) ? [.. dtypes.EnumerateArray().Select(StoredFile.DTypeOf)] : null,
        sample.TryGetProperty("wrapper", out var wrapper) ? wrapper.GetString() : null,
        sample.TryGetProperty("process", out var process) ? process.GetString() : null);

    private StoredTensor[]? Tensors(JsonElement list) =>
        list.ValueKind == JsonValueKind.Null ? null : [.. list.EnumerateArray().Select(file.Next)];

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
        "tensor" => file.Next(special.Value),
        "same" => new SameTensor(special.Value.GetInt32()),
        "number" => special.Value.GetString() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN },
        "dtype" => special.Value.GetString() is "float32" or "float64" or "int64" or "bool" ? StoredFile.DTypeOf(special.Value) : special.Value.GetString()!,
        "slice" => new Slice([.. special.Value.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Null ? (int?)null : part.GetInt32())]),
        "ellipsis" => Ellipsis.Instance,
        _ => throw new InvalidDataException($"an argument of kind {special.Name}"),
    };
}
