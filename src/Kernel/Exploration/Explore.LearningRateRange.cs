using NotebookGrad.Exploration;
using NotebookGrad.Nn;

namespace NotebookGrad;

/// <content>Learning rates that are worth a try.</content>
public static partial class Explore
{
    /// <summary>
    /// The learning-rate range test (Smith, Cyclical Learning Rates for Training Neural Networks, 2017): trains with
    /// ever greater rates until the loss goes up, and suggests the rate at which it falls fastest. Parameters,
    /// gradients, and what the optimiser remembers, the rates too, are then as before, to the last bit, also if a step
    /// fails.
    /// </summary>
    /// <param name="optimizer">The optimiser; all its groups get the rate that is tried.</param>
    /// <param name="step">
    /// A step of the training as it is: clears the gradients, works out the loss of a batch, calls <c>Backward</c> and
    /// <c>Step</c>, and returns the loss.
    /// </param>
    /// <param name="from">The first rate.</param>
    /// <param name="to">The last rate.</param>
    /// <param name="steps">
    /// How many steps there are at most; each rate is by one factor greater than that before.
    /// </param>
    /// <param name="model">The module that is trained, where it has buffers that are to be as before, too.</param>
    /// <example>
    /// <code>
    /// Explore.LearningRateRange(optimizer, () =>
    /// {
    ///     optimizer.ZeroGrad();
    ///     var loss = Functional.CrossEntropy(model.Call(x), y);
    ///     loss.Backward();
    ///     optimizer.Step();
    ///     return loss;
    /// })
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">
    /// The rates are not above 0 and in order, there are fewer than two steps, or a step gives no single number.
    /// </exception>
    /// <exception cref="InvalidOperationException">The step changes the learning rate.</exception>
    public static LearningRateRange LearningRateRange(
        Optimizer optimizer,
        Func<Tensor> step,
        double from = 1e-6,
        double to = 10,
        int steps = 100,
        Module? model = null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(step);
        return RateInspector.Inspect(optimizer, step, from, to, steps, model);
    }
}
