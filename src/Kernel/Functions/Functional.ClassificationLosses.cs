using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Losses of scores against classes.</content>
public static partial class Functional
{
    /// <summary>
    /// −log softmax(logits)[label], or −Σ p·log softmax(logits) over the classes if the target is probabilities p.
    /// </summary>
    /// <param name="logits">Scores before softmax, [rows, classes], [rows, classes, …] or [classes].</param>
    /// <param name="target">
    /// The right class from 0 of each row, int64 in the shape of the logits without classes; or probabilities in the
    /// shape of the logits.
    /// </param>
    /// <param name="weight">A weight of each class, [classes]; a mean divides by the weights of all labels.</param>
    /// <param name="ignoreIndex">The label of positions that take no part.</param>
    /// <param name="reduction">Mean, sum, or each position's loss.</param>
    /// <param name="labelSmoothing">
    /// The share from 0 to 1 of the target that is spread evenly over all classes. Szegedy et al., "Rethinking the
    /// Inception architecture" (2015).
    /// </param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of a number a position.</returns>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit, or a label is not a class.</exception>
    public static Tensor CrossEntropy(
        Tensor logits, Tensor target, Tensor? weight = null, long ignoreIndex = -100,
        Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
    {
        const string Name = "cross_entropy";
        if (labelSmoothing is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"{Name}: labelSmoothing is {labelSmoothing}; a share lies from 0 to 1");
        }

        logits = CheckScores(Name, logits, weight, reduction);
        if (target.DType.IsReal && target.Shape == logits.Shape)
        {
            target = target.To(logits.DType);
        }
        else
        {
            ClassLabels.Check(Name, logits, target, ignoreIndex);
        }

        var operation = new CrossEntropy
        {
            OfLogits = true,
            Weight = weight?.Detach(),
            IgnoreIndex = ignoreIndex,
            LabelSmoothing = labelSmoothing,
            Reduction = reduction,
        };
        return operation.Apply(logits, target);
    }

    /// <summary>−logarithms[label]: the negative log-likelihood of the right classes.</summary>
    /// <param name="logarithms">Logarithms of probabilities, [rows, classes], [rows, classes, …] or [classes].</param>
    /// <param name="labels">The right class from 0 of each row, int64 in the same shape without classes.</param>
    /// <param name="weight">A weight of each class, [classes]; a mean divides by the weights of all labels.</param>
    /// <param name="ignoreIndex">The label of positions that take no part.</param>
    /// <param name="reduction">Mean, sum, or each position's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of a number a position.</returns>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit, or a label is not a class.</exception>
    public static Tensor NllLoss(
        Tensor logarithms, Tensor labels, Tensor? weight = null, long ignoreIndex = -100,
        Reduction reduction = Reduction.Mean)
    {
        const string Name = "nll_loss";
        logarithms = CheckScores(Name, logarithms, weight, reduction);
        ClassLabels.Check(Name, logarithms, labels, ignoreIndex);
        var operation = new CrossEntropy
        {
            OfLogits = false,
            Weight = weight?.Detach(),
            IgnoreIndex = ignoreIndex,
            Reduction = reduction,
        };
        return operation.Apply(logarithms, labels);
    }

    private static Tensor CheckScores(string operation, Tensor scores, Tensor? weight, Reduction reduction)
    {
        if (scores.Shape.Rank == 0)
        {
            throw new ArgumentException(
                $"{operation}: {scores.Describe()} has no axis of classes; it must be [rows, classes] or [classes]");
        }

        if (reduction == Reduction.BatchMean)
        {
            throw new ArgumentException($"{operation}: there is no reduction BatchMean here; Mean is that over rows");
        }

        scores = scores.Real();
        var classes = scores.Shape[ClassLabels.Axis(scores.Shape)];
        return weight is null || (weight.Shape == new Shape([classes]) && weight.DType == scores.DType)
            ? scores
            : throw new ArgumentException(
                $"{operation}: {weight.Describe("weight")} {weight.DType.Text} must be [{classes}] "
                + $"{scores.DType.Text}, "
                + $"one number a class of {scores.Describe()}");
    }
}
