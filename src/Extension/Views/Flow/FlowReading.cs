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
        var all = flow.Parameters.Index().ToArray();
        var chosen = all.Where(one => one.Item.IsWeight).ToArray();
        chosen = [.. (chosen.Length > 0 ? chosen : all).OrderBy(one => one.Item.Order)];
        weights = chosen.Length;
        var layersTell = chosen.Select(one => one.Item.Layer).Distinct().Count() == chosen.Length;
        noun = layersTell ? "layer" : "weight";
        var activations = flow.Activations.Index().ToLookup(one => one.Item.Parameter, one => one.Index);
        Rows =
        [
            .. from place in Evenly.Places(chosen.Length, mostRows)
               let one = chosen[place]
               let label = layersTell ? LayerName(one.Item) : one.Item.Name
               select new FlowRow(
                   place + 1,
                   one.Index,
                   PlainName.EndOf(label, LongestLabel) ?? $"{noun} {place + 1}",
                   PlainName.EndOf(one.Item.Name, LongestName) ?? $"parameter {one.Index}",
                   one.Item.Shape,
                   [.. activations[one.Index]]),
        ];
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

    // A sequence calls its parts by numbers, which say more with what the parts are.
    private static string LayerName(FlowParameter parameter) =>
        parameter.Type.Length > 0 && parameter.Layer.Length > 0 && parameter.Layer.All(char.IsAsciiDigit)
            ? $"{parameter.Layer}: {parameter.Type}"
            : parameter.Layer;
}
