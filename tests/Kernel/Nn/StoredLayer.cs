using System.Text.Json;

namespace NotebookGrad.Tests.Nn;

/// <summary>What PyTorch's layer makes of its inputs; see <c>Reference/layers.py</c>.</summary>
/// <param name="State">The names and shapes of parameters and buffers, in order.</param>
/// <param name="Outputs">All outputs, each in row-major order.</param>
/// <param name="InputGradients">The gradients by the real inputs.</param>
/// <param name="Gradients">The gradients by the parameters.</param>
/// <param name="Buffers">The buffers after the call.</param>
internal sealed record StoredLayer(
    Dictionary<string, int[]> State,
    double[][] Outputs,
    double[][] InputGradients,
    Dictionary<string, double[]> Gradients,
    Dictionary<string, double[]> Buffers)
{
    /// <summary>All layers of the committed file, by name.</summary>
    public static IReadOnlyDictionary<string, StoredLayer> All { get; } = Read();

    /// <summary>The numbers of <c>Reference/operands.py</c>.</summary>
    public static Tensor Numbers(Shape shape, int seed, double low = -2, double high = 2) => TensorCreation.Make<double>(
        [
            .. Enumerable.Range(1, (int)shape.Count)
                .Select(i => Math.Round(low + ((high - low) * (((0.6180339887498949 * i) + (0.37 * seed)) % 1.0)), 6)),
        ],
        shape, false, DType.Float64, null);

    private static Dictionary<string, StoredLayer> Read()
    {
        using var file = typeof(StoredLayer).Assembly.GetManifestResourceStream("layers/layers.json")!;
        return JsonSerializer.Deserialize<Content>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Layers;
    }

    private sealed record Content(Dictionary<string, StoredLayer> Layers);
}
