namespace NotebookGrad;

/// <summary>A part of <see cref="OneCycleLR"/>.</summary>
/// <param name="End">The step with which it ends, which need not be whole.</param>
/// <param name="Rates">The rates at its start and end, as parts of the greatest.</param>
/// <param name="Momenta">The momenta at its start and end.</param>
internal readonly record struct OneCyclePhase(
    double End, (double Start, double End) Rates, (double Start, double End) Momenta);
