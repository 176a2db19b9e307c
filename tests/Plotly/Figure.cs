using System.Text.Json;
using Plotly.NET;

namespace NotebookGrad.Tests;

/// <summary>A chart as plotly.js gets it.</summary>
internal sealed class Figure
{
    private readonly JsonElement root;

    public Figure(GenericChart chart) => root = JsonDocument.Parse(GenericChart.toFigureJson(chart)).RootElement;

    public JsonElement[] Traces => [.. root.GetProperty("data").EnumerateArray()];

    public JsonElement Layout => root.GetProperty("layout");

    public string Title => Layout.GetProperty("title").GetProperty("text").GetString()!;

    public IEnumerable<string> Names => Traces.Select(trace => trace.GetProperty("name").GetString()!);

    public JsonElement Trace(string name) => Traces.Single(trace => trace.GetProperty("name").GetString() == name);

    /// <summary>The axis, X or Y, on which a trace is drawn.</summary>
    public JsonElement Axis(JsonElement trace, char letter)
    {
        var id = trace.GetProperty($"{letter}axis").GetString()!;
        return Layout.GetProperty($"{letter}axis{id[1..]}");
    }
}
