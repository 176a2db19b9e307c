using System.Text.Json;

namespace NotebookGrad.Tests.Files;

/// <summary>The images of <c>Reference/images.py</c>, and what they hold by its account.</summary>
internal static class SampleImages
{
    public static IReadOnlyDictionary<string, Content> Expected { get; } =
        JsonSerializer.Deserialize<Dictionary<string, Content>>(Bytes("expected.json"), JsonSerializerOptions.Web)!;

    public static byte[] Bytes(string file)
    {
        using var stream = typeof(SampleImages).Assembly.GetManifestResourceStream($"images/{file}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static Tensor Load(byte[] bytes, int? channels = null) => Images.Load(new MemoryStream(bytes), channels);

    internal sealed record Content(int[] Shape, int Greatest, int[] Samples)
    {
        public IEnumerable<float> Pixels => Samples.Select(sample => sample / (float)Greatest);
    }
}
