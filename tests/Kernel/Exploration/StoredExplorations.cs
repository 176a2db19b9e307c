using System.Text.Json;

namespace NotebookGrad.Tests.Exploration;

/// <summary>What PyTorch makes of what <c>Explore</c> shows; see <c>Reference/explorations.py</c>.</summary>
/// <param name="Inputs">Where activation functions were evaluated.</param>
/// <param name="Activations">What came out, by their names.</param>
internal sealed record StoredExplorations(double[] Inputs, Dictionary<string, StoredExplorations.Activation> Activations)
{
    /// <summary>The committed file.</summary>
    public static StoredExplorations Known { get; } = Read();

    private static StoredExplorations Read()
    {
        using var file = typeof(StoredExplorations).Assembly.GetManifestResourceStream("explorations.json")!;
        return JsonSerializer.Deserialize<StoredExplorations>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }

    internal sealed record Activation(double[] Values, double[] Derivatives);
}
