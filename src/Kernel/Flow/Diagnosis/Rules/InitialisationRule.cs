using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>First weights that do not keep the size of what flows through.</summary>
internal sealed class InitialisationRule : FlowRule
{
    private const double Growth = 10;
    private const double Little = 0.05;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.Initialisation;

    /// <inheritdoc/>
    public override string Criterion =>
        "Of the first weights' root mean square times √fan, which is 1.41 for Kaiming's, 1 for Xavier's and 0.58 for "
        + $"PyTorch's values: above {Words.Number(WeightScale.Large)} in some layer, and outputs are {Growth} times "
        + $"as large as inputs; or below {Words.Number(WeightScale.Small)} in most layers, and "
        + $"{Words.Percent(Little)} of the gradient at most comes through. The fan is whichever of in and out excuses "
        + "more. Glorot and Bengio (2010), He et al. (2015).";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        var scales = WeightScale.Of(reading);
        return TooLarge(reading, scales) ?? TooSmall(reading, scales);
    }

    private FlowFinding? TooLarge(FlowReading reading, IReadOnlyList<WeightScale> scales)
    {
        WeightScale[] large = [.. scales.Where(scale => scale.IsTooLarge)];
        if (large.Length == 0 || !(WeightScale.OutputGrowth(reading, scales) >= Growth))
        {
            return null;
        }

        var worst = large.MaxBy(scale => scale.AtLeast)!;
        return Finding(
            worst.Name,
            reading.Moments[0].FirstStep,
            $"Its first weights have a root mean square of {Words.Number(worst.Size)}, {Words.Number(worst.AtLeast)} "
                + $"times what keeps sizes, 1/√fan; {Count(large, scales)} are above "
                + $"{Words.Number(WeightScale.Large)}, and what comes out of the network is "
                + $"{Words.Number(WeightScale.OutputGrowth(reading, scales))} times as large as what goes in.",
            "A layer of fan n multiplies sizes by about √n·|w| forward, and as much backward: ∂L/∂x₁ = ∂L/∂y · "
                + $"W_n·f′(x_n) · … · W₁·f′(x₁), each factor up to {Words.Number(worst.AtLeast)} here. Outputs and "
                + "gradients begin far from where any learning rate suits all layers.",
            "KaimingNormal_ before ReLU, XavierUniform_ before tanh and sigmoid, or the layer's own first values",
            "LayerNorm or BatchNorm1d between layers, which makes the scale of weights matter less");
    }

    private FlowFinding? TooSmall(FlowReading reading, IReadOnlyList<WeightScale> scales)
    {
        WeightScale[] small = [.. scales.Where(scale => scale.IsTooSmall)];
        var chain = reading.Chains[0];
        if (scales.Count < 2 || small.Length <= scales.Count / 2.0 || !(chain.IsCut || chain.Ratio <= Little))
        {
            return null;
        }

        var worst = small.MinBy(scale => scale.AtMost)!;
        return Finding(
            worst.Name,
            reading.Moments[0].FirstStep,
            (worst.Size == 0
                ? "Its first weights are all 0"
                : $"Its first weights have a root mean square of {Words.Number(worst.Size)}, "
                    + $"{Words.Number(worst.AtMost)} times what keeps sizes, 1/√fan")
                + $"; {Count(small, scales)} are below {Words.Number(WeightScale.Small)}, and "
                + $"{(chain.IsCut ? "nothing" : Words.Number(chain.Ratio))} of the last layer's gradient comes "
                + "through to the first.",
            "A layer of fan n multiplies sizes by about √n·|w| forward, and as much backward: ∂L/∂x₁ = ∂L/∂y · "
                + $"W_n·f′(x_n) · … · W₁·f′(x₁), each factor {Words.Number(worst.AtMost)} at most here. What goes in "
                + "is lost on its way to the output, and the gradient on its way back.",
            "KaimingNormal_ before ReLU, XavierUniform_ before tanh and sigmoid, or the layer's own first values",
            "LayerNorm or BatchNorm1d between layers, which brings sizes back to 1");
    }

    private static string Count(WeightScale[] some, IReadOnlyList<WeightScale> all) =>
        $"{some.Length} of {all.Count} layers";
}
