using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Adam, as PyTorch's: m and v are running means of the gradient and its square, both corrected for having begun at 0;
/// p = p − lr·m/(√v + eps). Kingma and Ba, Adam: A Method for Stochastic Optimization (2014).
/// </summary>
public class Adam : ElementwiseOptimizer
{
    private readonly AdamUpdate kernel;

    /// <summary>An optimiser for some parameters.</summary>
    /// <param name="parameters">Leaves that require gradients.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">How much of m and of v stays, (0.9, 0.999) if not given.</param>
    /// <param name="eps">What keeps the divisor from 0.</param>
    /// <param name="weightDecay">What of a parameter is added to its gradient.</param>
    /// <param name="amsgrad">
    /// Whether v is the greatest that it has been (Reddi et al., On the Convergence of Adam and Beyond, 2018).
    /// </param>
    /// <param name="maximize">Whether to go uphill.</param>
    /// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
    public Adam(
        IEnumerable<Tensor> parameters,
        double lr = 0.001,
        (double Mean, double Square)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : this("adam", parameters, lr, betas, eps, weightDecay, new AdamUpdate(false, amsgrad, maximize))
    {
    }

    private protected Adam(
        string name,
        IEnumerable<Tensor> parameters,
        double lr,
        (double Mean, double Square)? betas,
        double eps,
        double weightDecay,
        AdamUpdate kernel)
        : base(
            name,
            parameters,
            [
                new("lr", lr), new("beta1", betas?.Mean ?? 0.9, 1), new("beta2", betas?.Square ?? 0.999, 1),
                new("eps", eps), new("weight_decay", weightDecay),
            ],
            kernel.IsAmsgrad ? [Mean, Square, new("max_exp_avg_sq")] : [Mean, Square]) =>
        this.kernel = kernel;

    private static OptimizerState Mean => new("exp_avg");

    private static OptimizerState Square => new("exp_avg_sq");

    private protected override void Update(IBackend backend, View options, UpdateOperands[] parameters) =>
        backend.Update(kernel, options, parameters);
}
