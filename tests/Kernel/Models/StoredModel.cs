using System.Text.Json;

namespace NotebookGrad.Tests.Models;

/// <summary>What PyTorch makes of a model in three steps of gradient descent; see <c>Reference/models.py</c>.</summary>
internal sealed record StoredModel(
    Dictionary<string, StoredModel.Numbers> Parameters,
    Dictionary<string, StoredModel.Numbers> Buffers,
    Dictionary<string, StoredModel.Numbers> Inputs,
    double[] Losses,
    Dictionary<string, StoredModel.Numbers> Gradients,
    Dictionary<string, StoredModel.Numbers> Trained,
    Dictionary<string, StoredModel.Numbers> TrainedBuffers,
    double After)
{
    /// <summary>All models of the committed file, by name.</summary>
    public static IReadOnlyDictionary<string, StoredModel> All { get; } = Read();

    private static Dictionary<string, StoredModel> Read()
    {
        using var file = typeof(StoredModel).Assembly.GetManifestResourceStream("models/models.json")!;
        return JsonSerializer.Deserialize<Content>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Models;
    }

    /// <summary>A tensor in row-major order.</summary>
    internal sealed record Numbers(int[] Shape, double[] Values)
    {
        /// <summary>The tensor, in float64.</summary>
        public Tensor Make(bool requiresGrad = false) => TensorCreation.Make<double>(Values, Shape, requiresGrad, DType.Float64, null);
    }

    private sealed record Content(Dictionary<string, StoredModel> Models);
}
