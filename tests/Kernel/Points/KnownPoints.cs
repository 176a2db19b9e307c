using System.Text.Json;

namespace NotebookGrad.Tests.Points;

/// <summary>A function at points where mpmath knows value and slopes to 50 digits; see <c>Reference/points.py</c>.</summary>
/// <param name="Name">Its name in PyTorch.</param>
/// <param name="TorchValue">How far PyTorch's values are away at worst.</param>
/// <param name="TorchSlope">How far PyTorch's slopes are away at worst.</param>
/// <param name="Points">The points.</param>
internal sealed record KnownPoints(string Name, string TorchValue, string TorchSlope, KnownPoints.Point[] Points)
{
    /// <summary>All functions, by name.</summary>
    public static IReadOnlyDictionary<string, KnownPoints> All { get; } = Read();

    private static Dictionary<string, KnownPoints> Read()
    {
        using var stream = typeof(KnownPoints).Assembly.GetManifestResourceStream("points.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("functions").EnumerateArray().Select(function => new KnownPoints(
            function.GetProperty("name").GetString()!,
            function.GetProperty("torchValue").GetProperty("steps").ToString(),
            function.GetProperty("torchSlope").GetProperty("steps").ToString(),
            [.. function.GetProperty("points").EnumerateArray().Select(point => new Point(
                [.. point[0].EnumerateArray().Select(x => Number(x)!.Value)],
                Number(point[1]),
                [.. point[2].EnumerateArray().Select(Number)]))]))
            .ToDictionary(function => function.Name);
    }

    private static double? Number(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => number.GetString() == "inf" ? double.PositiveInfinity : double.NegativeInfinity,
        _ => number.GetDouble(),
    };

    /// <summary>Arguments, and the doubles next to value and slopes; null where there is none.</summary>
    internal sealed record Point(double[] Arguments, double? Value, double?[] Slopes);
}
