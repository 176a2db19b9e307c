using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Losses that keep the scores of right and wrong classes a margin apart.</content>
public static partial class Functional
{
    /// <summary>
    /// The sum over wrong classes of max(0, margin − score of the right class + score)ᵖ, over the number of classes.
    /// Crammer and Singer, "On the algorithmic implementation of multiclass kernel-based vector machines" (2001).
    /// </summary>
    /// <param name="scores">[rows, classes], or [classes].</param>
    /// <param name="labels">The right class from 0 of each row, int64 [rows], or [].</param>
    /// <param name="p">1 or 2.</param>
    /// <param name="margin">How far the right class should be above the others.</param>
    /// <param name="weight">The weight of each right class, [classes], or null for 1.</param>
    /// <param name="reduction">Mean, sum, or each row's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> one a row.</returns>
    /// <exception cref="ArgumentException">
    /// Shapes or dtypes do not fit, a label is not a class, or p is another number.
    /// </exception>
    public static Tensor MultiMarginLoss(
        Tensor scores, Tensor labels, int p = 1, double margin = 1, Tensor? weight = null,
        Reduction reduction = Reduction.Mean)
    {
        const string Name = "multi_margin_loss";
        if (p is not (1 or 2))
        {
            throw new ArgumentException($"{Name}: p is {p}; it must be 1 or 2");
        }

        RequireRows(Name, scores);
        scores = CheckScores(Name, scores, weight, reduction);
        ClassLabels.Check(Name, scores, labels, ignoreIndex: null);
        var axis = ClassLabels.Axis(scores.Shape);
        var (index, _, factor) = ClassLabels.Read(scores, labels, weight?.Detach(), ignoreIndex: null);
        var right = new ScatterAdd(axis, index, scores.Shape).Apply(Tensor.OnesLike(factor));
        var above = (scores - scores.Gather(axis, index) + margin).Relu().Pow(p);
        return (factor * above * (1 - right)).Mean(axis).Reduce(reduction);
    }

    /// <summary>
    /// The sum over pairs of a right and a wrong class of max(0, 1 − right score + wrong score), over the number of
    /// classes; rows may have several right ones.
    /// </summary>
    /// <param name="scores">[rows, classes], or [classes].</param>
    /// <param name="labels">
    /// The right classes from 0 of each row, int64 in that shape; what follows a −1 does not count.
    /// </param>
    /// <param name="reduction">Mean, sum, or each row's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> one a row.</returns>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit, or a label is not a class.</exception>
    public static Tensor MultilabelMarginLoss(Tensor scores, Tensor labels, Reduction reduction = Reduction.Mean)
    {
        const string Name = "multilabel_margin_loss";
        RequireRows(Name, scores);
        LossShapes.RequireEqual(Name, ("scores", scores), ("labels", labels));
        scores = scores.Real();
        var counts = ClassLabels.CountLists(Name, scores, labels);
        var wrong = counts.Eq(0).To(scores.DType);
        var pairs = (1 - scores.Unsqueeze(-1) + scores.Unsqueeze(-2)).Relu();
        var losses = (pairs * counts.Unsqueeze(-1) * wrong.Unsqueeze(-2)).Sum([-2, -1]);
        return (losses / scores.Shape[^1]).Reduce(reduction);
    }

    /// <summary>
    /// The mean over classes of −t·log σ(x) − (1 − t)·log(1 − σ(x)): several yes-or-no questions a row.
    /// </summary>
    /// <param name="logits">Scores before the sigmoid, [rows, classes], or any shape with the classes last.</param>
    /// <param name="target">Probabilities of the same shape.</param>
    /// <param name="weight">Factors that broadcast to that shape, or null for 1.</param>
    /// <param name="reduction">Mean, sum, or each row's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> one a row.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MultilabelSoftMarginLoss(
        Tensor logits, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
        BinaryCrossEntropyWithLogits(logits, target, weight, reduction: Reduction.None).Mean(-1).Reduce(reduction);

    private static void RequireRows(string operation, Tensor scores)
    {
        if (scores.Shape.Rank is not (1 or 2))
        {
            throw new ArgumentException($"{operation}: {scores.Describe()} must be [rows, classes] or [classes]");
        }
    }
}
