using System.Text.Json;

namespace NotebookGrad.Tests.Operations;

/// <summary>One case that PyTorch has computed; see <c>Reference/generate.py</c>.</summary>
internal sealed record ReferenceCase(
    string Name,
    ReferenceCase.Operand[] Operands,
    int[] Shape,
    double[] Value,
    double[] Cotangent,
    double[][] Gradients,
    double[][] SecondCotangents,
    double[][] SecondGradients)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>All cases of the committed files, by name.</summary>
    public static IReadOnlyDictionary<string, ReferenceCase> All { get; } = Read();

    /// <summary>The operands as leaves.</summary>
    public Tensor[] Leaves(DType dtype, Device device) => Array.ConvertAll(Operands, operand => Make(operand.Values, operand.Shape, dtype, device, true));

    /// <summary>Numbers as a tensor.</summary>
    public static Tensor Make(double[] values, Shape shape, DType dtype, Device device, bool requiresGrad = false) =>
        TensorCreation.Make<double>(values, shape, requiresGrad, dtype, device);

    private static Dictionary<string, ReferenceCase> Read()
    {
        var assembly = typeof(ReferenceCase).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("rows/", StringComparison.Ordinal))
            .SelectMany(name => JsonSerializer.Deserialize<Content>(assembly.GetManifestResourceStream(name)!, Options)!.Cases)
            .ToDictionary(reference => reference.Name);
    }

    /// <summary>An operand in row-major order.</summary>
    internal sealed record Operand(int[] Shape, double[] Values);

    private sealed record Content(ReferenceCase[] Cases);
}
