using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A layer whose bias has a gradient and whose weights have none.</summary>
internal sealed class BiasOnlyRule : FlowRule
{
    // ‖∂L/∂W‖ / ‖∂L/∂b‖ is about the size of the layer's inputs: below this they vanish beside the bias in float32.
    private const double Negligible = 1e-7;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.BiasOnly;

    /// <inheritdoc/>
    public override string Criterion =>
        "In every pass that was looked at a layer's bias had a gradient, and its weights had none, or one below "
        + $"{Words.Number(Negligible)} of the bias's, which is what float32 can tell from 0.";

    /// <summary>
    /// Whether a layer's biases have had a gradient, and its weights, which are not frozen, have not.
    /// </summary>
    public static bool HasBiasGradient(FlowReading reading, LayerParameters layer) =>
        layer is { Weights.Count: > 0, Biases.Count: > 0 }
        && reading.Moments.All(moment => IsBiasOnly(layer, moment));

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        LayerParameters[] sick =
        [
            .. reading.Layers.Where(layer => HasBiasGradient(reading, layer) && !GetsZeros(reading, layer)),
        ];
        if (sick.Length == 0)
        {
            return null;
        }

        var layer = sick[0];
        var (parameters, moment) = (reading.Flow.Parameters, reading.Moments[^1]);
        var (weight, bias) = (layer.Weights[0], layer.Biases[0]);
        var gradient = moment.Parameters[weight].Gradient;
        return Finding(
            Words.FirstOf([.. sick.Select(one => one.Name)]),
            reading.Moments[0].FirstStep,
            $"{parameters[bias].Name} has a gradient of norm {Words.Number(moment.Parameters[bias].Gradient!.Norm)}, "
                + $"and {parameters[weight].Name} "
                + $"{(gradient is null ? "none" : $"one of {Words.Number(gradient.Norm)}")}, in all of "
                + $"{reading.Moments.Count} passes.",
            "With y = W·x + b the chain rule gives ∂L/∂b = ∂L/∂y · 1 and ∂L/∂W = ∂L/∂y · xᵀ: the gradient arrives at "
                + "y, and "
                + (gradient is null ? "the path to W is cut" : "the factor x is 0")
                + ". The layer can only learn a constant, whatever its input is.",
            gradient is null
                ? ["take away the Detach() on the weight, or the copy that was made of it"]
                :
                [
                    "look at what goes into the layer: inputs of zeros, a mask that hides all, a factor of 0",
                    "where units before it are dead, give them LeakyRelu or other first values",
                ]);
    }

    // Where units before the layer give nothing but zeros, they are what is told.
    private static bool GetsZeros(FlowReading reading, LayerParameters layer)
    {
        var before = reading.Flow.Activations.TakeWhile(one => !layer.Weights.Contains(one.Parameter)).Count() - 1;
        return before >= 0
            && FlowReading.At(reading.Moments[^1], before) is { Values: { } values } && values.Zeros == values.Count;
    }

    private static bool IsBiasOnly(LayerParameters layer, FlowMoment moment)
    {
        var bias = layer.Biases.Max(number => moment.Parameters[number].Gradient?.Norm ?? 0);
        return bias > 0 && layer.Weights.All(number => moment.Parameters[number] is { IsFrozen: false } weight
            && !(weight.Gradient?.Norm > Negligible * bias));
    }
}
