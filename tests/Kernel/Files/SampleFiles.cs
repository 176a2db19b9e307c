using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookGrad.Tests.Files;

/// <summary>The files of <c>Reference/files.py</c>, and what they hold by its account.</summary>
internal static class SampleFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static IReadOnlyDictionary<string, Content[]> Expected { get; } =
        JsonSerializer.Deserialize<Dictionary<string, Content[]>>(Bytes("expected.json"), Options)!;

    public static byte[] Bytes(string file)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream($"files/{file}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static IReadOnlyDictionary<string, Tensor> Load(string file, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Path.GetExtension(file) switch
        {
            ".npy" => new Dictionary<string, Tensor> { [string.Empty] = Npy.Load(stream) },
            ".npz" => Npz.Load(stream),
            ".idx" => new Dictionary<string, Tensor> { [string.Empty] = Idx.Load(stream) },
            _ => SafeTensors.Load(stream),
        };
    }

    internal sealed record Content(string Name, int[] Shape, JsonElement[] Values);
}
