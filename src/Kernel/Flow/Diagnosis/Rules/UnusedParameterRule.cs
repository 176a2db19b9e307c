using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A parameter that no gradient has ever reached.</summary>
internal sealed class UnusedParameterRule : FlowRule
{
    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.UnusedParameter;

    /// <inheritdoc/>
    public override string Criterion =>
        "No pass has given a parameter a gradient, although it requires one. What is frozen is not meant.";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var parameters = reading.Flow.Parameters;
        string[] unused =
        [
            .. from layer in reading.Layers
               where !BiasOnlyRule.HasBiasGradient(reading, layer)
               from number in layer.Weights.Concat(layer.Biases)
               where reading.Moments.All(moment => moment.Parameters[number] is { Gradient: null, IsFrozen: false })
               select parameters[number].Name,
        ];
        if (unused.Length == 0)
        {
            return null;
        }

        return Finding(
            unused[0],
            reading.Moments[0].FirstStep,
            $"In none of {reading.Moments.Count} passes has a gradient reached {Words.FirstOf(unused)}, of "
                + $"{parameters.Count} parameters in all.",
            "∂L/∂w is the sum over all paths from w to the loss of the product of the derivatives along the path, "
                + "∂L/∂y · … · ∂x/∂w; here there is no path, so that w.Grad stays null and w what it was. Either the "
                + "forward pass does not use it, or the path is cut by Detach(), NoGrad() or a tensor made anew from "
                + "numbers.",
            "use it in the forward pass, or take it out of the network",
            "take away the Detach() or NoGrad() between it and the loss",
            "where it is meant to stay as it is, say so with RequiresGrad = false");
    }
}
