using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// <see cref="Adam"/> with Nesterov's momentum, as PyTorch's: a step looks ahead by a momentum that grows towards
/// beta1. Dozat, Incorporating Nesterov Momentum into Adam (2016).
/// </summary>
/// <remarks>
/// It goes as the paper, PyTorch 2 and <c>foreach=True</c> in PyTorch 1.13, whose plain loop counts a momentum twice.
/// </remarks>
/// <param name="parameters">Leaves that require gradients.</param>
/// <param name="lr">The learning rate.</param>
/// <param name="betas">How much of the means of gradient and square stays, (0.9, 0.999) if not given.</param>
/// <param name="eps">What keeps the divisor from 0.</param>
/// <param name="weightDecay">What of a parameter is added to its gradient.</param>
/// <param name="momentumDecay">How fast the momentum grows: at step t it is beta1·(1 − 0.96^(t·decay)/2).</param>
/// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
public sealed class NAdam(
    IEnumerable<Tensor> parameters,
    double lr = 0.002,
    (double Mean, double Square)? betas = null,
    double eps = 1e-8,
    double weightDecay = 0,
    double momentumDecay = 0.004)
    : ElementwiseOptimizer(
        "nadam",
        parameters,
        [
            new("lr", lr), new("beta1", betas?.Mean ?? 0.9, 1), new("beta2", betas?.Square ?? 0.999, 1),
            new("eps", eps), new("weight_decay", weightDecay), new("momentum_decay", momentumDecay),
        ],
        new("mu_product", 1, IsNumber: true),
        new("exp_avg"),
        new("exp_avg_sq"))
{
    private protected override void Update(IBackend backend, View options, UpdateOperands[] parameters) =>
        backend.Update(default(NAdamUpdate), options, parameters);
}
