namespace NotebookGrad.Inspection;

/// <summary>One activation at one moment, or over some moments together.</summary>
/// <param name="Values">What the forward pass computed; null where the pass has not kept it.</param>
/// <param name="Gradient">The gradient of the loss by it; null where none arrived.</param>
/// <param name="Saturated">
/// The share of elements, from 0 to 1, at which the function's derivative is below a twentieth of its largest; NaN for
/// functions that do not saturate.
/// </param>
/// <param name="Dead">
/// The share of units, from 0 to 1, that gave 0 for every input of the batch, in this moment and all recent ones; NaN
/// for functions that do not die.
/// </param>
public sealed record ActivationMoment(Magnitudes? Values, Magnitudes? Gradient, double Saturated, double Dead)
{
    /// <summary>How often it was computed in the pass, as in each step of a recurrent network.</summary>
    public int Calls { get; init; }

    /// <summary>
    /// The norm of the gradient by what the first call gave; NaN where none arrived, or calls do not go on one from
    /// another.
    /// </summary>
    public double FirstGradientNorm { get; init; } = double.NaN;

    /// <summary>
    /// The norm of the gradient by what the last call gave; NaN where none arrived, or calls do not go on one from
    /// another.
    /// </summary>
    public double LastGradientNorm { get; init; } = double.NaN;
}
