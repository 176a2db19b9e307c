using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Losses of distances and rankings, which keep what differs a margin apart.</content>
public static partial class Functional
{
    /// <summary>
    /// A distance where the target is 1, and max(0, margin − distance) where it is −1: pairs that belong together, and
    /// pairs that do not.
    /// </summary>
    /// <param name="distance">Any shape.</param>
    /// <param name="target">1 or −1, of the same shape.</param>
    /// <param name="margin">The distance that pairs which do not belong together should keep.</param>
    /// <param name="reduction">Mean, sum, or each pair's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the distances' shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor HingeEmbeddingLoss(
        Tensor distance, Tensor target, double margin = 1, Reduction reduction = Reduction.Mean) =>
        Loss<HingeEmbedding>.Apply(new(margin), distance, target, reduction);

    /// <summary>
    /// max(0, margin − target·(input1 − input2)): how far the first is from ranking above the second (target 1), or
    /// below (−1).
    /// </summary>
    /// <param name="input1">Any shape.</param>
    /// <param name="input2">The same shape.</param>
    /// <param name="target">1 or −1, of the same shape.</param>
    /// <param name="margin">The difference that there should be.</param>
    /// <param name="reduction">Mean, sum, or each pair's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of that shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MarginRankingLoss(
        Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
    {
        LossShapes.RequireEqual("margin_ranking_loss", ("input1", input1), ("input2", input2), ("target", target));
        return Hinge(margin - (target.Real() * (input1 - input2))).Reduce(reduction);
    }

    /// <summary>
    /// 1 − cos of the angle between vectors where the target is 1, and max(0, cos − margin) where it is −1.
    /// </summary>
    /// <param name="input1">Vectors, [rows, n] or [n].</param>
    /// <param name="input2">The same shape.</param>
    /// <param name="target">1 or −1 a row, [rows] or [].</param>
    /// <param name="margin">The cosine that pairs which do not belong together may have.</param>
    /// <param name="reduction">Mean, sum, or each row's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the target's shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor CosineEmbeddingLoss(
        Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
    {
        const string Name = "cosine_embedding_loss";
        const double Tiny = 1e-12;
        LossShapes.RequireEqual(Name, ("input1", input1), ("input2", input2));
        if (input1.Shape.Rank is not (1 or 2) || target.Shape != new Shape([.. input1.Shape.Lengths[..^1]]))
        {
            throw new ArgumentException(
                $"{Name}: vectors {input1.Describe()} and {target.Describe("target")} do not fit; they must be "
                + "[rows, n] and [rows], or [n] and []");
        }

        (input1, input2) = (input1.Real(), input2.Real());
        var squares = ((input1 * input1).Sum(-1) + Tiny) * ((input2 * input2).Sum(-1) + Tiny);
        var cosine = (input1 * input2).Sum(-1) / squares.Sqrt();
        var together = Tensor.Where(target.Eq(1), 1 - cosine, 0);
        var apart = Tensor.Where(target.Eq(-1), Hinge(cosine - margin), 0);
        return (together + apart).Reduce(reduction);
    }

    /// <summary>
    /// max(0, d(anchor, positive) − d(anchor, negative) + margin): the positive should be nearer than the negative by
    /// the margin. Balntas et al., "Learning local feature descriptors with triplets and shallow convolutional neural
    /// networks" (2016).
    /// </summary>
    /// <param name="anchor">Vectors along the last axis.</param>
    /// <param name="positive">What belongs to the anchors, of the same shape.</param>
    /// <param name="negative">What does not, of the same shape.</param>
    /// <param name="margin">The difference that there should be.</param>
    /// <param name="p">The norm that measures distances.</param>
    /// <param name="eps">Added to each difference, so that the norm has a derivative.</param>
    /// <param name="swap">Whether the negative's distance is that to the positive, where it is less.</param>
    /// <param name="reduction">Mean, sum, or each triplet's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> one a triplet.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor TripletMarginLoss(
        Tensor anchor, Tensor positive, Tensor negative, double margin = 1, double p = 2, double eps = 1e-6,
        bool swap = false, Reduction reduction = Reduction.Mean) =>
        TripletMarginWithDistanceLoss(
            anchor, positive, negative, (a, b) => PairwiseDistance(a, b, p, eps), margin, swap, reduction);

    /// <summary><see cref="TripletMarginLoss"/> by any distance.</summary>
    /// <param name="anchor">Any shape that the distance takes.</param>
    /// <param name="positive">What belongs to the anchors, of the same shape.</param>
    /// <param name="negative">What does not, of the same shape.</param>
    /// <param name="distanceFunction">The distance; <see cref="PairwiseDistance"/> if not given.</param>
    /// <param name="margin">The difference that there should be.</param>
    /// <param name="swap">Whether the negative's distance is that to the positive, where it is less.</param>
    /// <param name="reduction">Mean, sum, or each triplet's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> one a triplet.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor TripletMarginWithDistanceLoss(
        Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distanceFunction = null,
        double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
    {
        LossShapes.RequireEqual(
            "triplet_margin_loss", ("anchor", anchor), ("positive", positive), ("negative", negative));
        var distance = distanceFunction ?? ((a, b) => PairwiseDistance(a, b));
        var apart = distance(anchor, negative);
        apart = swap ? apart.Minimum(distance(positive, negative)) : apart;
        return Hinge(distance(anchor, positive) - apart + margin).Reduce(reduction);
    }

    // What is above 0; at 0 its derivative is 1, as that of PyTorch's margins.
    private static Tensor Hinge(Tensor x) => x.ClampMin(0);
}
