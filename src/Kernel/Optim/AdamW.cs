namespace NotebookGrad;

/// <summary>
/// <see cref="Adam"/> whose weight decay leaves the gradients alone: p shrinks to p·(1 − lr·weight_decay) before the
/// step. Loshchilov and Hutter, Decoupled Weight Decay Regularization (2017).
/// </summary>
/// <param name="parameters">Leaves that require gradients.</param>
/// <param name="lr">The learning rate.</param>
/// <param name="betas">How much of m and of v stays, (0.9, 0.999) if not given.</param>
/// <param name="eps">What keeps the divisor from 0.</param>
/// <param name="weightDecay">The part of a parameter that goes in a step, as a multiple of the rate.</param>
/// <param name="amsgrad">Whether v is the greatest that it has been.</param>
/// <param name="maximize">Whether to go uphill.</param>
/// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
public sealed class AdamW(
    IEnumerable<Tensor> parameters,
    double lr = 0.001,
    (double Mean, double Square)? betas = null,
    double eps = 1e-8,
    double weightDecay = 0.01,
    bool amsgrad = false,
    bool maximize = false)
    : Adam("adamw", parameters, lr, betas, eps, weightDecay, new AdamUpdate(true, amsgrad, maximize));
