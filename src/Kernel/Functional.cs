namespace NotebookGrad;

/// <summary>Losses, as functions of whole tensors.</summary>
public static class Functional
{
    /// <summary>The mean of (prediction − target)² over all elements; shape [].</summary>
    /// <param name="prediction">Any shape.</param>
    /// <param name="target">The same shape: a loss does not broadcast, for that hides mistakes.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MseLoss(Tensor prediction, Tensor target)
    {
        if (prediction.Shape != target.Shape)
        {
            throw new ArgumentException(
                $"mse_loss: prediction {prediction.Describe()} and target {target.Describe()} differ in shape. They "
                + "would broadcast, which in a loss is nearly always a mistake; reshape one, as in "
                + $"target.Reshape({string.Join(", ", prediction.Shape.ToArray())})");
        }

        var dtype = Promotion.Common(prediction, target);
        dtype = dtype.IsReal ? dtype : DType.Float32;
        return Operations.MseLoss.Instance.Apply(prediction.To(dtype), target.To(dtype));
    }

    /// <summary>The mean over rows of −log softmax(logits)[label]; shape [].</summary>
    /// <param name="logits">Scores before softmax, [rows, classes]; or [classes] with a label of shape [].</param>
    /// <param name="labels">The right class of each row from 0, int64 [rows].</param>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit, or a label is not a class.</exception>
    public static Tensor CrossEntropy(Tensor logits, Tensor labels)
    {
        var fits = (logits.Shape.Rank, labels.Shape.Rank) switch
        {
            (1, 0) => true,
            (2, 1) => labels.Shape[0] == logits.Shape[0],
            _ => false,
        };
        if (!fits)
        {
            throw new ArgumentException(
                $"cross_entropy: logits {logits.Describe()} and labels {labels.Describe()}; logits must be [rows, "
                    + "classes] "
                + "and labels [rows]");
        }

        return labels.DType == DType.Int64
            ? Operations.CrossEntropy.Instance.Apply(logits.DType.IsReal ? logits : logits.To(DType.Float32), labels)
            : throw new ArgumentException(
                $"cross_entropy: labels {labels.Describe()} are {labels.DType.Text}; they must be int64 class numbers, "
                + "as labels.To(DType.Int64) makes them");
    }
}
