using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Losses as textbooks write them, which overflow.</summary>
internal static class LossesByHand
{
    /// <summary>Cross entropy of e^z / Σ e^z.</summary>
    public static Tensor ByHand(Tensor logits, Tensor target)
    {
        var powers = logits.Exp();
        var probabilities = powers / powers.Sum(1, keepDim: true);
        return -((probabilities + 1e-9).Log() * OneHot(target, logits.Shape[1])).Sum(1).Mean();
    }

    /// <summary>The same as log Σ e^z − z.</summary>
    public static Tensor LogSumByHand(Tensor logits, Tensor target) =>
        (logits.Exp().Sum(1).Log() - (logits * OneHot(target, logits.Shape[1])).Sum(1)).Mean();

    /// <summary>Binary cross entropy of probabilities.</summary>
    public static Tensor BinaryByHand(Tensor probability, Tensor target) =>
        -((target * probability.Log()) + ((1 - target) * (1 - probability).Log())).Mean();
}
