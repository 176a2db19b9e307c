using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// RMSprop, as PyTorch's: v is a running mean of the squared gradient, p = p − lr·g/(√v + eps); with momentum, p steps
/// by a velocity that gathers these quotients. Hinton, Neural Networks for Machine Learning, lecture 6 (2012); centred
/// by Graves, Generating Sequences With Recurrent Neural Networks (2013).
/// </summary>
public sealed class RmsProp : ElementwiseOptimizer
{
    private readonly RmsPropUpdate kernel;

    /// <summary>An optimiser for some parameters.</summary>
    /// <param name="parameters">Leaves that require gradients.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">How much of v stays.</param>
    /// <param name="eps">What keeps the divisor from 0.</param>
    /// <param name="weightDecay">What of a parameter is added to its gradient.</param>
    /// <param name="momentum">How much of the velocity stays; 0 for none at all, which cannot be changed later.</param>
    /// <param name="centered">Whether the mean gradient's square is taken off v, which leaves the variance.</param>
    /// <param name="maximize">Whether to go uphill.</param>
    /// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
    public RmsProp(
        IEnumerable<Tensor> parameters,
        double lr = 0.01,
        double alpha = 0.99,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(
            "rmsprop",
            parameters,
            Options(lr, alpha, eps, weightDecay, momentum),
            Remembers(momentum != 0, centered)) =>
        kernel = new RmsPropUpdate(momentum != 0, centered, maximize);

    private protected override void Update(IBackend backend, View options, UpdateOperands[] parameters) =>
        backend.Update(kernel, options, parameters);

    private static OptimizerOption[] Options(
        double lr, double alpha, double eps, double weightDecay, double momentum)
    {
        OptimizerOption[] all =
        [
            new("lr", lr), new("alpha", alpha), new("eps", eps), new("weight_decay", weightDecay),
            new("momentum", momentum),
        ];
        return momentum == 0 ? all[..^1] : all;
    }

    private static OptimizerState[] Remembers(bool hasMomentum, bool isCentered) => (hasMomentum, isCentered) switch
    {
        (false, false) => [new("square_avg")],
        (true, false) => [new("square_avg"), new("momentum_buffer")],
        (false, true) => [new("square_avg"), new("grad_avg")],
        _ => [new("square_avg"), new("momentum_buffer"), new("grad_avg")],
    };
}
