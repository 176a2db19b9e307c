using System.Text.Json;

namespace NotebookGrad.Tests;

/// <summary>What stands in a chart's JSON.</summary>
internal static class Json
{
    /// <summary>Numbers; null where there is a gap.</summary>
    public static double?[] Numbers(this JsonElement trace, string name) => trace.GetProperty(name).Numbers();

    public static double?[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    public static double?[][] Rows(this JsonElement trace, string name) =>
        [.. trace.GetProperty(name).EnumerateArray().Select(Numbers)];

    public static string[] Texts(this JsonElement trace, string name) =>
        [.. trace.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];

    public static string Text(this JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            element = element.GetProperty(name);
        }

        return element.GetString()!;
    }

    /// <summary>What JSON makes of numbers.</summary>
    public static double?[] OrGaps(this IEnumerable<double> values) =>
        [.. values.Select(value => double.IsFinite(value) ? value : (double?)null)];

    private static double? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
