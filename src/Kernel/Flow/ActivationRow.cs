using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Gathers what one function gives after one layer, over the calls of a pass.</summary>
/// <param name="operation">The function.</param>
/// <param name="layer">The number of the last weight before it, or none.</param>
/// <param name="isLayerOutput">Whether it is what the layer itself gives.</param>
internal sealed class ActivationRow(string operation, int layer, bool isLayerOutput)
{
    // The derivatives 1 − y² and y(1 − y) are a twentieth of their largest, 1 and ¼, at these distances from the
    // middle.
    private static readonly double FlatTanh = Math.Sqrt(1 - 0.05);
    private static readonly double FlatSigmoid = Math.Sqrt((1 - 0.05) / 4);

    private readonly UnitActivity units = new();
    private readonly List<Tensor> values = [];
    private readonly List<Moments> moments = [];
    private readonly List<Moments> gradients = [];
    private Shape shape = new([]);
    private double firstNorm = double.NaN;
    private double lastNorm = double.NaN;
    private int calls;
    private long flat;
    private long looked;

    /// <summary>Adds a call.</summary>
    public void Add(Node node, SampledGraph graph)
    {
        (calls, shape) = (calls + 1, node.Shape);
        if (graph.Gradient(node) is { } gradient)
        {
            gradients.Add(gradient);
            lastNorm = graph.IsRecurrent(layer) ? gradient.Norm : double.NaN;
            firstNorm = calls == 1 ? lastNorm : firstNorm;
        }

        if (graph.Value(node) is not { } value)
        {
            return;
        }

        values.Add(value);
        moments.Add(graph.Read(value));
        if (operation is "relu" or "clamp_min")
        {
            units.Add(value, graph.UnitAxis(value.Shape, layer));
        }
        else if (operation is "sigmoid" or "tanh")
        {
            AddFlat(value);
        }
    }

    /// <summary>The moment that the calls make together; null where there was none.</summary>
    public ActivationMoment? Take()
    {
        var taken = calls > 0
            ? new ActivationMoment(
                MagnitudeReader.Of(values, moments), MagnitudeReader.Of(gradients), (double)flat / looked, units.Take())
            {
                Calls = calls,
                FirstGradientNorm = firstNorm,
                LastGradientNorm = lastNorm,
            }
            : null;
        values.Clear();
        moments.Clear();
        gradients.Clear();
        (flat, looked, calls, firstNorm, lastNorm) = (0, 0, 0, double.NaN, double.NaN);
        return taken;
    }

    /// <summary>What pictures tell of the row.</summary>
    public FlowActivation Told(WatchedParameters watched)
    {
        var place = layer < 0 ? string.Empty : watched.All[layer].Layer;
        var name = isLayerOutput ? place : place.Length > 0 ? $"{operation} after {place}" : operation;
        return new(name, operation, layer, shape);
    }

    private void AddFlat(Tensor value)
    {
        flat += operation == "tanh"
            ? ElementMath.CountBeyond(value, middle: 0, FlatTanh)
            : ElementMath.CountBeyond(value, middle: 0.5, FlatSigmoid);
        looked += value.Count;
    }
}
