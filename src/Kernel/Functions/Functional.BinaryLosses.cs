using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Losses of numbers against yes and no, and of distributions.</content>
public static partial class Functional
{
    /// <summary>
    /// −t·log x − (1 − t)·log(1 − x) for probabilities x and targets t; logarithms below −100 are −100.
    /// </summary>
    /// <param name="prediction">
    /// Probabilities; any shape. For scores there is <see cref="BinaryCrossEntropyWithLogits"/>.
    /// </param>
    /// <param name="target">Probabilities of the same shape.</param>
    /// <param name="weight">Factors of the losses that broadcast to their shape, or null for 1.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a prediction is no probability.</exception>
    public static Tensor BinaryCrossEntropy(
        Tensor prediction, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
    {
        var valid = (prediction.Detach() >= 0) & (prediction.Detach() <= 1);
        if (valid.Sum().Item<long>() < valid.Count)
        {
            throw new ArgumentException(
                $"binary_cross_entropy: {prediction.Describe("prediction")} has elements outside of 0 to 1, which are "
                + "no probabilities; for scores use BinaryCrossEntropyWithLogits");
        }

        return weight is null
            ? Loss<BinaryCrossEntropy>.Apply(default, prediction, target, reduction)
            : Weigh(Loss<BinaryCrossEntropy>.Apply(default, prediction, target, Reduction.None), weight, reduction);
    }

    /// <summary>
    /// −t·log σ(x) − (1 − t)·log(1 − σ(x)) for logits x and targets t, exact also where σ rounds to 0 or 1.
    /// </summary>
    /// <param name="logits">Scores before the sigmoid; any shape.</param>
    /// <param name="target">Probabilities of the same shape.</param>
    /// <param name="weight">Factors of the losses that broadcast to their shape, or null for 1.</param>
    /// <param name="posWeight">Factors of the first term alone that broadcast to that shape, or null for 1.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the logits' shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor BinaryCrossEntropyWithLogits(
        Tensor logits, Tensor target, Tensor? weight = null, Tensor? posWeight = null,
        Reduction reduction = Reduction.Mean)
    {
        if (weight is null && posWeight is null)
        {
            return Loss<BinaryCrossEntropyWithLogits>.Apply(default, logits, target, reduction);
        }

        // What a positive weights more is t·(posWeight − 1) times the loss of a target of 1.
        var losses = Loss<BinaryCrossEntropyWithLogits>.Apply(default, logits, target, Reduction.None);
        if (posWeight is not null)
        {
            var ofOnes = Loss<BinaryCrossEntropyWithLogits>.Apply(
                default, logits, Tensor.OnesLike(target), Reduction.None);
            losses = losses + (target * (posWeight - 1) * ofOnes);
        }

        return weight is null ? losses.Reduce(reduction) : Weigh(losses, weight, reduction);
    }

    /// <summary>log(1 + e^(−t·x)) for scores x and targets t of −1 and 1.</summary>
    /// <param name="prediction">Scores; any shape.</param>
    /// <param name="target">−1 or 1, of the same shape.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the scores' shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor SoftMarginLoss(Tensor prediction, Tensor target, Reduction reduction = Reduction.Mean) =>
        Loss<SoftMargin>.Apply(default, prediction, target, reduction);

    /// <summary>
    /// The divergence of Kullback and Leibler, t·(log t − x): how badly logarithms of probabilities x fit
    /// probabilities t.
    /// </summary>
    /// <param name="logarithms">Logarithms of probabilities; any shape.</param>
    /// <param name="target">Probabilities of the same shape, or their logarithms.</param>
    /// <param name="reduction">
    /// <see cref="Reduction.BatchMean"/> gives the mean divergence of distributions; Mean divides by all elements.
    /// </param>
    /// <param name="logTarget">Whether the target is logarithms.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of that shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor KlDiv(
        Tensor logarithms, Tensor target, Reduction reduction = Reduction.Mean, bool logTarget = false) =>
        Loss<KullbackLeibler>.Apply(new(logTarget), logarithms, target, reduction);

    private static Tensor Weigh(Tensor losses, Tensor weight, Reduction reduction) =>
        (losses * weight.Expand(losses.Shape)).Reduce(reduction);
}
