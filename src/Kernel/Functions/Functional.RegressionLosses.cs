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

    /// <summary>
    /// The absolute error, rounded off by a parabola where it is below <paramref name="beta"/>: |d| − β/2, or d²/(2β)
    /// there. Girshick, "Fast R-CNN" (2015).
    /// </summary>
    /// <param name="prediction">Any shape.</param>
    /// <param name="target">The same shape.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <param name="beta">Where the parabola ends; 0 makes it <see cref="L1Loss"/>.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or beta is negative.</exception>
    public static Tensor SmoothL1Loss(
        Tensor prediction, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) => beta switch
        {
            > 0 => Loss<SmoothAbsoluteError>.Apply(new(beta), prediction, target, reduction),
            0 => L1Loss(prediction, target, reduction),
            _ => throw new ArgumentException($"smooth_l1_loss: beta is {beta}; it is a distance, from 0"),
        };

    /// <summary>
    /// Half the squared error where it is below <paramref name="delta"/>, and δ(|d| − δ/2) beyond, where outliers pull
    /// no harder. Huber, "Robust estimation of a location parameter" (1964).
    /// </summary>
    /// <param name="prediction">Any shape.</param>
    /// <param name="target">The same shape.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <param name="delta">Where the parabola ends.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or delta is not positive.</exception>
    public static Tensor HuberLoss(
        Tensor prediction, Tensor target, Reduction reduction = Reduction.Mean, double delta = 1) => delta > 0
        ? Loss<HuberError>.Apply(new(delta), prediction, target, reduction)
        : throw new ArgumentException($"huber_loss: delta is {delta}; it must be greater than 0");

    /// <summary>
    /// The negative log-likelihood of counts under Poisson distributions, without log t! unless
    /// <paramref name="full"/> is set.
    /// </summary>
    /// <param name="prediction">The means, or their logarithms; any shape.</param>
    /// <param name="target">The counts, of the same shape.</param>
    /// <param name="logInput">Whether the prediction is logarithms.</param>
    /// <param name="full">Whether to add log t! by Stirling's approximation, for counts above 1.</param>
    /// <param name="eps">Added to a mean before its logarithm is taken.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor PoissonNllLoss(
        Tensor prediction, Tensor target, bool logInput = true, bool full = false, double eps = 1e-8,
        Reduction reduction = Reduction.Mean)
    {
        var rule = new PoissonLikelihood(logInput, eps);
        if (!full)
        {
            return Loss<PoissonLikelihood>.Apply(rule, prediction, target, reduction);
        }

        var losses = Loss<PoissonLikelihood>.Apply(rule, prediction, target, Reduction.None);
        target = target.Real();
        var stirling = (target * target.Log()) - target + (0.5 * (Math.Tau * target).Log());
        return (losses + stirling.MaskedFill(target <= 1, 0)).Reduce(reduction);
    }

    /// <summary>
    /// The negative log-likelihood ½(log v + (prediction − target)²/v) of normal distributions of variance v, without
    /// ½·log 2π unless <paramref name="full"/> is set. Nix and Weigend, "Estimating the mean and variance of the target
    /// probability distribution" (1994).
    /// </summary>
    /// <param name="prediction">The means; any shape.</param>
    /// <param name="target">The same shape.</param>
    /// <param name="variance">That shape too, or with the last axis missing or of length 1; not negative.</param>
    /// <param name="full">Whether to add the constant.</param>
    /// <param name="eps">The least variance; a smaller one counts as this, though its derivative passes.</param>
    /// <param name="reduction">Mean, sum, or each element's loss.</param>
    /// <returns>A single number; with <see cref="Reduction.None"/> a tensor of the prediction's shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a variance is negative.</exception>
    public static Tensor GaussianNllLoss(
        Tensor prediction, Tensor target, Tensor variance, bool full = false, double eps = 1e-6,
        Reduction reduction = Reduction.Mean)
    {
        const string Name = "gaussian_nll_loss";
        LossShapes.RequireEqual(Name, ("prediction", prediction), ("target", target));
        Shape outer = prediction.Shape.Rank == 0 ? [] : [.. prediction.Shape.Lengths[..^1]];
        variance = variance.Shape == outer && outer != prediction.Shape
            ? variance.Reshape([.. outer.Lengths, 1])
            : variance;
        if (variance.Shape != new Shape([.. outer.Lengths, 1]))
        {
            LossShapes.RequireEqual(Name, ("prediction", prediction), ("variance", variance));
        }

        if ((variance.Detach() < 0).Sum().Item<long>() > 0)
        {
            throw new ArgumentException($"{Name}: variance {variance.Describe()} has a negative element");
        }

        var bounded = variance + (variance.ClampMin(eps) - variance).Detach();
        var losses = 0.5 * (bounded.Log() + ((prediction - target).Square() / bounded));
        return (full ? losses + (0.5 * Math.Log(Math.Tau)) : losses).Reduce(reduction);
    }
}
