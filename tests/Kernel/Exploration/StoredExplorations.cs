using System.Text.Json;

namespace NotebookGrad.Tests.Exploration;

/// <summary>What PyTorch makes of what <c>Explore</c> shows; see <c>Reference/explorations.py</c>.</summary>
/// <param name="Inputs">Where activation functions were evaluated.</param>
/// <param name="Activations">What came out, by their names.</param>
/// <param name="Weights">Weights of a small network: two matrices with their biases.</param>
/// <param name="Data">What goes in.</param>
/// <param name="Targets">What is to come out.</param>
/// <param name="Ranges">The network's losses in steps with growing rates, by the optimiser.</param>
/// <param name="Directions">Two directions in the space of the weights.</param>
/// <param name="Surface">The losses at −1, −½, 0, ½ and 1 of the first direction, for each of the second.</param>
/// <param name="ScaledSurface">The same with directions that are scaled by filters.</param>
internal sealed record StoredExplorations(
    double[] Inputs,
    Dictionary<string, StoredExplorations.Activation> Activations,
    JsonElement[] Weights,
    double[][] Data,
    double[][] Targets,
    Dictionary<string, double[]> Ranges,
    JsonElement[][] Directions,
    double[][] Surface,
    double[][] ScaledSurface)
{
    /// <summary>The committed file.</summary>
    public static StoredExplorations Known { get; } = Read();

    /// <summary>A tensor of stored numbers, a vector or a matrix.</summary>
    public static Tensor Tensor(JsonElement numbers) => numbers[0].ValueKind == JsonValueKind.Array
        ? NotebookGrad.Tensor.Of(numbers.Deserialize<double[][]>()!)
        : NotebookGrad.Tensor.Of(numbers.Deserialize<double[]>()!);

    /// <summary>The network's parameters.</summary>
    public Tensor[] Parameters() => [.. Weights.Select(one => Tensor(one).RequiresGrad_())];

    /// <summary>The network's loss.</summary>
    public Tensor Loss(Tensor[] w) => Functional.MseLoss(
        Functional.Linear(Functional.Linear(NotebookGrad.Tensor.Of(Data), w[0], w[1]).Tanh(), w[2], w[3]),
        NotebookGrad.Tensor.Of(Targets));

    private static StoredExplorations Read()
    {
        using var file = typeof(StoredExplorations).Assembly.GetManifestResourceStream("explorations.json")!;
        return JsonSerializer.Deserialize<StoredExplorations>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }

    internal sealed record Activation(double[] Values, double[] Derivatives);
}
