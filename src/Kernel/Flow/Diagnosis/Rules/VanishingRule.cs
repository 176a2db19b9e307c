using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Gradients that shrink with every layer on their way back.</summary>
internal sealed class VanishingRule : FlowRule
{
    private const double Little = 1e-3;
    private const double Nothing = 1e-5;
    private const int Least = 50;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.Vanishing;

    /// <inheritdoc/>
    public override string Criterion =>
        $"The gradient by the first layer's output is below {Words.Number(Little)} of that by the last layer's, in "
            + "the median of all passes, and two thirds of the layers make it smaller, in a network whose loss has "
            + $"not fallen by half; below {Words.Number(Nothing)} in any. Hochreiter (1991); Bengio, Simard and "
            + "Frasconi (1994); Glorot and Bengio (2010).";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before) =>
        OverLayers(reading) ?? OverTime(reading);

    private FlowFinding? OverLayers(FlowReading reading)
    {
        var chains = reading.Chains.Where(chain => chain.Hops >= 2).ToArray();
        var ratio = chains.Select(chain => chain.Ratio).Median();
        var threshold = reading.Loss.HasLearned ? Nothing : Little;
        if (!(ratio < threshold) || chains.Select(chain => chain.ShrinkingShare).Median() < 2.0 / 3)
        {
            return null;
        }

        var typical = chains.MinBy(chain => Math.Abs(Math.Log(chain.Ratio / ratio)))!;
        var (function, slope) = Slope(reading.Flow);
        return Finding(
            typical.Names[0],
            reading.Moments.Zip(reading.Chains).First(one => one.Second.Ratio < threshold).First.FirstStep,
            $"The gradient's norm is {Words.Number(typical.Norms[^1])} at {Words.Layer(typical.Names[^1])} and "
                + $"{Words.Number(typical.Norms[0])} at {Words.Layer(typical.Names[0])}, {Words.Number(typical.Ratio)} of it: "
                + $"{Words.Number(typical.PerHop)} times a layer, {typical.Hops} times over.",
            $"∂L/∂x₁ = ∂L/∂y · W_n·{function}′(x_n) · … · W₁·{function}′(x₁): {slope}, and each of {typical.Hops} "
                + $"factors makes the gradient about {Words.Number(typical.PerHop)} times as long, which makes "
                + $"{Words.Power(typical.PerHop, typical.Hops)} ≈ {Words.Number(typical.Ratio)}. The first layers "
                + "hardly change, and those behind them learn from what is still random.",
            function == "ReLU"
                ? "first weights from KaimingNormal_, which keep the gradient's size through ReLU"
                : "ReLU or GELU in place of the function",
            "skip connections (Residual), along which the factor is 1",
            "BatchNorm1d or LayerNorm between layers",
            function == "ReLU" ? "fewer layers" : "first weights from XavierUniform_ with the function's gain");
    }

    // Gates let the gradient of far calls shrink in healthy networks, too, so that the loss must stand still.
    private FlowFinding? OverTime(FlowReading reading)
    {
        var ratio = reading.OverTime.Select(loop => loop.Ratio).Median();
        if (!(ratio < Nothing) || reading.Flow.Steps < Least || reading.Loss.Fall >= 0.1 || !reading.Loss.IsFlat)
        {
            return null;
        }

        var loop = reading.OverTime.MinBy(one => Math.Abs(Math.Log(one.Ratio / ratio)))!;
        return Finding(
            loop.Name,
            reading.Moments[0].FirstStep,
            $"The gradient's norm is {Words.Number(loop.Last)} at the last of its {loop.Calls} calls and "
                + $"{Words.Number(loop.First)} at the first, {Words.Number(loop.Ratio)} of it: "
                + $"{Words.Number(loop.PerCall)} times a call; and the loss stands still.",
            $"∂L/∂h₁ = ∂L/∂h_T · W·f′(h_T) · … · W·f′(h₂): {loop.Calls - 1} factors, each about "
                + $"{Words.Number(loop.PerCall)}, make {Words.Power(loop.PerCall, loop.Calls - 1)} ≈ "
                + $"{Words.Number(loop.Ratio)}. What the first elements of the sequence tell cannot be learned.",
            "Lstm or Gru with biases of the forget gate that begin at 1",
            "first recurrent weights from Orthogonal_",
            "attention (TransformerEncoderLayer), where each place is one factor away",
            "shorter sequences");
    }

    private static (string Function, string Slope) Slope(FlowSnapshot flow)
    {
        var commonest = flow.Activations.GroupBy(one => one.Operation)
            .Where(group => group.Key is "sigmoid" or "tanh" or "relu")
            .MaxBy(group => group.Count())?.Key;
        return commonest switch
        {
            "sigmoid" => ("σ", "σ′(x) is 0.25 at most"),
            "tanh" => ("tanh", "tanh′(x) is 1 at most and less for every x but 0"),
            "relu" => ("ReLU", "ReLU′(x) is 0 for half of the elements"),
            _ => ("f", "the slopes and weights are small"),
        };
    }
}
