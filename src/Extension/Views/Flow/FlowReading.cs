using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// A gradient flow made ready for reading: a row a weight, in the order of the forward pass, and words.
/// </summary>
internal sealed class FlowReading
{
    /// <summary>What is told before the first moment.</summary>
    public const string Waiting = "No backward pass has reached it yet: call Backward, and look again.";

    private const int LongestLabel = 18;
    private const int LongestName = 60;

    private readonly int weights;
    private readonly string noun;

    /// <summary>Reads a snapshot.</summary>
    /// <param name="flow">What was seen.</param>
    /// <param name="mostRows">
    /// The most rows; of more weights, some are chosen evenly, the first and the last among them.
    /// </param>
    public FlowReading(FlowSnapshot flow, int mostRows)
    {
        Flow = flow;
        Model = PlainName.Of(flow.Model) ?? "a network";
        var layers = flow.Layers();
        weights = layers.Count;
        var layersTell = layers.Select(one => one.Parameter.Layer).Distinct().Count() == weights;
        noun = layersTell ? "layer" : "weight";
        FlowRow[] rows =
        [
            .. from place in Evenly.Places(weights, mostRows)
               let one = layers[place]
               let label = layersTell ? LayerName(one.Parameter) : one.Parameter.Name
               select new FlowRow(
                   place + 1,
                   PlainName.EndOf(label, LongestLabel) ?? $"{noun} {place + 1}",
                   PlainName.EndOf(one.Parameter.Name, LongestName) ?? $"parameter {one.Index}",
                   one),
        ];
        var shared = rows.CountBy(row => row.Label).Where(one => one.Value > 1).Select(one => one.Key).ToHashSet();
        Rows = [.. rows.Select(row => shared.Contains(row.Label) ? row with { Label = Numbered(row) } : row)];
    }

    /// <summary>What was seen.</summary>
    public FlowSnapshot Flow { get; }

    /// <summary>What pictures call the network.</summary>
    public string Model { get; }

    /// <summary>The weights that pictures show, in the order of the forward pass.</summary>
    public IReadOnlyList<FlowRow> Rows { get; }

    /// <summary>How many there are: <c>8 layers</c>, <c>48 of 200 layers</c>.</summary>
    public string Count => Rows.Count < weights
        ? $"{NumberText.Count(Rows.Count)} of {NumberText.Count(weights, noun)}"
        : NumberText.Count(weights, noun);

    /// <summary>The last moment; null before the first.</summary>
    public FlowMoment? Last => Flow.Moments.Count > 0 ? Flow.Moments[^1] : null;

    /// <summary>What was found, in a few words.</summary>
    public string Verdict => Last is null ? "no backward pass yet"
        : Flow.Findings.Count == 0 ? "nothing found" : NumberText.Count(Flow.Findings.Count, "finding");

    // What has lost its beginning may look like another.
    private static string Numbered(FlowRow row)
    {
        var number = $"{row.Number}: ";
        return number + PlainName.EndOf(row.Label, LongestLabel - number.Length);
    }

    // A sequence calls its parts by numbers, which say more with what the parts are.
    private static string LayerName(FlowParameter parameter) =>
        parameter.Type.Length > 0 && parameter.Layer.Length > 0 && parameter.Layer.All(char.IsAsciiDigit)
            ? $"{parameter.Layer}: {parameter.Type}"
            : parameter.Layer;
}
