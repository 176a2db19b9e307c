using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Losses of real numbers against real numbers.</content>
public static partial class Functional
{
    /// <summary>The squared error (prediction − target)².</summary>
    /// <param name="prediction">Any shape.</param>
    /// <param name="target">The same shape: a loss does not broadcast, for that hides mistakes.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MseLoss(Tensor prediction, Tensor target, Reduction reduction = Reduction.Mean) =>
        Loss<SquaredError>.Apply(default, prediction, target, reduction);

    /// <summary>The absolute error |prediction − target|; its derivative where they are equal is 0.</summary>
    /// <param name="prediction">Any shape.</param>
    /// <param name="target">The same shape.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor L1Loss(Tensor prediction, Tensor target, Reduction reduction = Reduction.Mean) =>
        Loss<AbsoluteError>.Apply(default, prediction, target, reduction);
}
