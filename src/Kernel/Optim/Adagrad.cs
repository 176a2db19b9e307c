using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Adagrad, as PyTorch's: G gathers all squared gradients, p = p − lr·g/(√G + eps). Duchi et al., Adaptive Subgradient
/// Methods for Online Learning and Stochastic Optimization (2011).
/// </summary>
/// <param name="parameters">Leaves that require gradients.</param>
/// <param name="lr">The learning rate.</param>
/// <param name="lrDecay">How much the rate falls: step t, from 1, is at lr/(1 + (t − 1)·lr_decay).</param>
/// <param name="weightDecay">What of a parameter is added to its gradient.</param>
/// <param name="initialAccumulatorValue">What G begins with.</param>
/// <param name="eps">What keeps the divisor from 0.</param>
/// <param name="maximize">Whether to go uphill.</param>
/// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
public sealed class Adagrad(
    IEnumerable<Tensor> parameters,
    double lr = 0.01,
    double lrDecay = 0,
    double weightDecay = 0,
    double initialAccumulatorValue = 0,
    double eps = 1e-10,
    bool maximize = false)
    : ElementwiseOptimizer(
        "adagrad",
        parameters,
        [new("lr", lr), new("lr_decay", lrDecay), new("weight_decay", weightDecay), new("eps", eps)],
        new OptimizerState(
            "sum", new OptimizerOption("initial_accumulator_value", initialAccumulatorValue).Checked("adagrad").Value))
{
    private readonly AdagradUpdate kernel = new(maximize);

    private protected override void Update(IBackend backend, View options, UpdateOperands[] parameters) =>
        backend.Update(kernel, options, parameters);
}
