using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Stochastic gradient descent, with momentum if wanted, as PyTorch's: v = momentum·v + (1 − dampening)·g, where the
/// first v is g; p = p − lr·v. By Nesterov's rule v is taken one step ahead (Sutskever et al., On the importance of
/// initialization and momentum in deep learning, 2013).
/// </summary>
public sealed class Sgd : ElementwiseOptimizer
{
    private readonly SgdUpdate kernel;

    /// <summary>An optimiser for some parameters.</summary>
    /// <param name="parameters">Leaves that require gradients.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">How much of v stays; 0 for none at all, which cannot be changed later.</param>
    /// <param name="dampening">What is taken off a gradient before it joins v.</param>
    /// <param name="weightDecay">What of a parameter is added to its gradient.</param>
    /// <param name="nesterov">Whether to step by g + momentum·v.</param>
    /// <param name="maximize">Whether to go uphill.</param>
    /// <exception cref="ArgumentException">
    /// A parameter or number does not fit, or Nesterov's rule is asked for without momentum or with dampening.
    /// </exception>
    public Sgd(
        IEnumerable<Tensor> parameters,
        double lr = 0.001,
        double momentum = 0,
        double dampening = 0,
        double weightDecay = 0,
        bool nesterov = false,
        bool maximize = false)
        : base(
            "sgd",
            parameters,
            Options(lr, weightDecay, momentum, dampening),
            momentum == 0 ? [] : [new("momentum_buffer")])
    {
        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException(
                $"sgd: nesterov needs momentum, which is {momentum}, and no dampening, which is {dampening}");
        }

        kernel = new SgdUpdate(momentum != 0, nesterov, maximize);
    }

    private protected override void Update(IBackend backend, View options, UpdateOperands[] parameters) =>
        backend.Update(kernel, options, parameters);

    private static OptimizerOption[] Options(double lr, double weightDecay, double momentum, double dampening)
    {
        OptimizerOption[] all =
        [
            new("lr", lr), new("weight_decay", weightDecay), new("momentum", momentum), new("dampening", dampening),
        ];
        return momentum == 0 ? all[..2] : all;
    }
}
