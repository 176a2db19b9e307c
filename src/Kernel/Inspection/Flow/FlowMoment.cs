namespace NotebookGrad.Inspection;

/// <summary>
/// A network at one step of its training; or over some steps together, as older steps are kept.
/// </summary>
/// <param name="FirstStep">The first step, from 0.</param>
/// <param name="LastStep">The last step.</param>
/// <param name="Loss">The loss; of some steps, its mean. NaN where it was no single number.</param>
/// <param name="GradientNorm">The Euclidean norm of all gradients together; of some steps, the largest.</param>
/// <param name="ClippedNorm">
/// The same as the step found it, after clipping; NaN where nothing changed the gradients.
/// </param>
/// <param name="Cosine">
/// The cosine of the angle between all gradients together and those of the next backward pass; NaN where it is not
/// known.
/// </param>
/// <param name="NoiseScale">
/// The gradient noise scale in batches: the variance of the gradient between batches by its squared mean, as far as
/// neighbouring steps tell it. Where it is large, larger batches would pay. NaN where it is not known. McCandlish et
/// al., An Empirical Model of Large-Batch Training (2018).
/// </param>
/// <param name="Accumulated">
/// Whether a step had been made, and its gradients were still there when this pass added to them.
/// </param>
/// <param name="Parameters">One for each of <see cref="FlowSnapshot.Parameters"/>, in the same order.</param>
/// <param name="Activations">
/// One for each of <see cref="FlowSnapshot.Activations"/>, in the same order; null for one that the pass did not have.
/// </param>
public sealed record FlowMoment(
    long FirstStep,
    long LastStep,
    double Loss,
    double GradientNorm,
    double ClippedNorm,
    double Cosine,
    double NoiseScale,
    bool Accumulated,
    IReadOnlyList<ParameterMoment> Parameters,
    IReadOnlyList<ActivationMoment?> Activations);
