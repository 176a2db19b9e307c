using NotebookGrad.Inspection;

namespace NotebookGrad.Exploration;

/// <summary>Functions of single numbers with their derivatives.</summary>
/// <param name="Curves">The functions, in the order in which they were given.</param>
public sealed record ActivationCurves(IReadOnlyList<ActivationCurve> Curves) : IInspectable
{
    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Curves);
}
