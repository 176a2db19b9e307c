using System.Text.Json;

namespace NotebookGrad.Tests.Regression;

/// <summary>
/// A nonlinear regression set of NIST's Statistical Reference Datasets: its data, where a search starts, and the
/// parameters and the sum of squared residuals that NIST certifies to eleven digits.
/// </summary>
internal sealed record RegressionSet(string Name, double[] X, double[] Y, double[] Start, double[] Certified, double Residual)
{
    private static readonly Dictionary<string, Func<Tensor, Tensor[], Tensor>> Models = new()
    {
        ["Misra1a"] = (x, b) => b[0] * (1 - (-b[1] * x).Exp()),
        ["Misra1b"] = (x, b) => b[0] * (1 - (1 + (b[1] * x / 2)).Pow(-2)),
        ["Misra1c"] = (x, b) => b[0] * (1 - (1 + (2 * b[1] * x)).Pow(-0.5)),
        ["Misra1d"] = (x, b) => b[0] * b[1] * x / (1 + (b[1] * x)),
        ["DanWood"] = (x, b) => b[0] * x.Pow(b[1]),
        ["BoxBOD"] = (x, b) => b[0] * (1 - (-b[1] * x).Exp()),
        ["Rat42"] = (x, b) => b[0] / (1 + (b[1] - (b[2] * x)).Exp()),
        ["Rat43"] = (x, b) => b[0] / (1 + (b[1] - (b[2] * x)).Exp()).Pow(1 / b[3]),
        ["MGH09"] = (x, b) => b[0] * ((x * x) + (x * b[1])) / ((x * x) + (x * b[2]) + b[3]),
        ["MGH10"] = (x, b) => b[0] * (b[1] / (x + b[2])).Exp(),
        ["Thurber"] = (x, b) => (b[0] + (x * (b[1] + (x * (b[2] + (x * b[3])))))) / (1 + (x * (b[4] + (x * (b[5] + (x * b[6])))))),
        ["Eckerle4"] = (x, b) => b[0] / b[1] * (-0.5 * ((x - b[2]) / b[1]).Pow(2)).Exp(),
    };

    /// <summary>All sets, by name.</summary>
    public static IReadOnlyDictionary<string, RegressionSet> All { get; } = Read();

    /// <summary>What the model leaves unexplained at some parameters, a vector of the data's length.</summary>
    public Tensor Residuals(Tensor parameters) =>
        Tensor.Of(Y) - Models[Name](Tensor.Of(X), [.. Enumerable.Range(0, Certified.Length).Select(i => parameters[i])]);

    private static Dictionary<string, RegressionSet> Read()
    {
        using var stream = typeof(RegressionSet).Assembly.GetManifestResourceStream("nist.json")!;
        var content = JsonSerializer.Deserialize<Content>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return content.Sets.ToDictionary(set => set.Name);
    }

    private sealed record Content(RegressionSet[] Sets);
}
