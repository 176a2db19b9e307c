using NotebookGrad.Exploration;
using NotebookGrad.Nn;

namespace NotebookGrad;

/// <content>What a classifier says of every place in a plane.</content>
public static partial class Explore
{
    /// <summary>
    /// What a classifier of two numbers says of every place around some points: where it decides for which class, how
    /// sure it is, and which points it gets wrong. It is called unrecorded and as after training.
    /// </summary>
    /// <param name="model">
    /// Makes of [n, 2] the logits of k classes [n, k], or of class 1 against class 0, [n, 1] or [n].
    /// </param>
    /// <param name="points">Points, [n, 2].</param>
    /// <param name="labels">The number of each point's class, [n] or [n, 1].</param>
    /// <param name="classes">The names of the classes; their numbers if not given.</param>
    /// <param name="probabilities">Whether the model makes probabilities rather than logits.</param>
    /// <exception cref="ArgumentException">
    /// Points, labels, names and what the model makes do not fit each other; the message says how they must be.
    /// </exception>
    public static DecisionBoundary DecisionBoundary(
        Module<Tensor, Tensor> model,
        Tensor points,
        Tensor labels,
        IReadOnlyList<string>? classes = null,
        bool probabilities = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        using (new Evaluation(model))
        {
            return DecisionBoundary(model.Call, points, labels, classes, probabilities);
        }
    }

    /// <summary>The same of any function, which is called unrecorded and otherwise as it is.</summary>
    /// <param name="model">
    /// Makes of [n, 2] the logits of k classes [n, k], or of class 1 against class 0, [n, 1] or [n].
    /// </param>
    /// <param name="points">Points, [n, 2].</param>
    /// <param name="labels">The number of each point's class, [n] or [n, 1].</param>
    /// <param name="classes">The names of the classes; their numbers if not given.</param>
    /// <param name="probabilities">Whether the model makes probabilities rather than logits.</param>
    /// <exception cref="ArgumentException">
    /// Points, labels, names and what the model makes do not fit each other; the message says how they must be.
    /// </exception>
    public static DecisionBoundary DecisionBoundary(
        Func<Tensor, Tensor> model,
        Tensor points,
        Tensor labels,
        IReadOnlyList<string>? classes = null,
        bool probabilities = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        using (Autograd.NoGrad())
        {
            return BoundaryInspector.Inspect(model, points, labels, classes, probabilities);
        }
    }
}
