namespace NotebookGrad.Inspection;

/// <summary>One parameter at one moment, or over some moments together.</summary>
/// <param name="Gradient">Its <c>.Grad</c> after the backward pass; null where it has none.</param>
/// <param name="Weights">Its own elements, before the step.</param>
/// <param name="UpdateRatio">
/// How far the step moved it: ‖change‖ / ‖weights‖. NaN before the step, and for weights that were all zero.
/// </param>
/// <param name="Cosine">
/// The cosine of the angle between its gradient and that of the next backward pass; NaN where it is not known.
/// </param>
public sealed record ParameterMoment(Magnitudes? Gradient, Magnitudes Weights, double UpdateRatio, double Cosine)
{
    /// <summary>
    /// The least healthy <see cref="UpdateRatio"/>: a step should change a weight by about a thousandth of its size
    /// (Karpathy, A Recipe for Training, 2019).
    /// </summary>
    public const double LeastUpdate = 1e-4;

    /// <summary>The largest healthy <see cref="UpdateRatio"/>.</summary>
    public const double MostUpdate = 1e-2;

    /// <summary>Whether it was frozen, so that no gradient was wanted.</summary>
    public bool IsFrozen { get; init; }
}
