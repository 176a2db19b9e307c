using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Gradients that grow with every layer on their way back.</summary>
internal sealed class ExplodingRule : FlowRule
{
    // A step that moves the last layer by the healthy thousandth of its length moves the first by a tenth of its own.
    private const double Growth = 100;
    private const int Deep = 8;

    /// <inheritdoc/>
    public override FlowDisease Disease => FlowDisease.Exploding;

    /// <inheritdoc/>
    public override string Criterion =>
        $"At the first step the gradient by the first layer's output is {Growth:N0} times that by the last layer's, "
            + $"and two thirds of the layers make it larger. In fewer than {Deep} layers it takes weights that are "
            + "out of scale by themselves, which is what is told then. Pascanu, Mikolov and Bengio (2013).";

    /// <inheritdoc/>
    public override FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before)
    {
        if (reading.OverTime is [{ Ratio: >= Growth } loop, ..])
        {
            return OverTime(reading, loop);
        }

        var chain = reading.Chains[0];
        if (!(chain.Ratio >= Growth) || chain.ShrinkingShare > 1.0 / 3
            || (chain.Hops < Deep && WeightScale.Of(reading).Any(scale => scale.IsTooLarge)))
        {
            return null;
        }

        return Finding(
            chain.Names[0],
            reading.Moments[0].FirstStep,
            $"The gradient's norm is {Words.Number(chain.Norms[^1])} at {Words.Layer(chain.Names[^1])} and "
                + $"{Words.Number(chain.Norms[0])} at {Words.Layer(chain.Names[0])}, {Words.Number(chain.Ratio)} times as much: "
                + $"{Words.Number(chain.PerHop)} times a layer, {chain.Hops} times over.",
            $"∂L/∂x₁ = ∂L/∂y · W_n·f′(x_n) · … · W₁·f′(x₁): each of {chain.Hops} factors makes the gradient about "
                + $"{Words.Number(chain.PerHop)} times as long, which makes {Words.Power(chain.PerHop, chain.Hops)} "
                + $"≈ {Words.Number(chain.Ratio)}. A step that suits the last layer throws the first one far away.",
            "smaller first weights: KaimingNormal_ before ReLU, XavierUniform_ before tanh, Orthogonal_ in a "
                + "recurrent layer",
            "LayerNorm or BatchNorm1d between layers",
            "GradientClipping.ClipGradNorm_ before each step",
            "skip connections (Residual) whose added part begins small");
    }

    private FlowFinding OverTime(FlowReading reading, RecurrentChain loop) => Finding(
        loop.Name,
        reading.Moments[0].FirstStep,
        $"The gradient's norm is {Words.Number(loop.Last)} at the last of its {loop.Calls} calls and "
            + $"{Words.Number(loop.First)} at the first, {Words.Number(loop.Ratio)} times as much: "
            + $"{Words.Number(loop.PerCall)} times a call.",
        $"∂L/∂h₁ = ∂L/∂h_T · W·f′(h_T) · … · W·f′(h₂): the same weights {loop.Calls - 1} times over, so that whatever "
            + $"they stretch grows by a power, {Words.Power(loop.PerCall, loop.Calls - 1)} ≈ "
            + $"{Words.Number(loop.Ratio)}. The weights' gradient is the sum over all calls, and the first ones "
            + "outweigh all others.",
        "GradientClipping.ClipGradNorm_ before each step",
        "first recurrent weights from Orthogonal_, which neither stretch nor shrink",
        "Lstm or Gru, whose states are added to rather than multiplied",
        "shorter sequences, or state.Detach() every so many calls");
}
