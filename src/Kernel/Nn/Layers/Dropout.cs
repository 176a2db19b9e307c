namespace NotebookGrad.Nn;

/// <summary>In training drops each element with probability p; see <see cref="Functional.Dropout"/>.</summary>
/// <param name="p">The probability, from 0 to 1.</param>
/// <exception cref="ArgumentException">p is no probability.</exception>
public sealed class Dropout(double p = 0.5) : Module<Tensor, Tensor>
{
    private readonly double p = LayerChecks.Probability("dropout", p);

    /// <inheritdoc/>
    protected override string Options => $"{p}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Dropout(input, p, IsTraining);
}
