namespace NotebookGrad.Nn;

/// <summary>For each element x, held between two bounds; see <see cref="Functional.Hardtanh"/>.</summary>
/// <param name="minVal">The lower bound.</param>
/// <param name="maxVal">The upper bound.</param>
public sealed class Hardtanh(double minVal = -1, double maxVal = 1) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{minVal}, {maxVal}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Hardtanh(input, minVal, maxVal);
}
