namespace NotebookGrad.Nn;

/// <summary>
/// In training drops whole channels of images with probability p; see
/// <see cref="Functional.Dropout2d"/>.
/// </summary>
/// <param name="p">The probability, from 0 to 1.</param>
/// <exception cref="ArgumentException">p is no probability.</exception>
public sealed class Dropout2d(double p = 0.5) : Module<Tensor, Tensor>
{
    private readonly double p = LayerChecks.Probability("dropout2d", p);

    /// <inheritdoc/>
    protected override string Options => $"{p}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Dropout2d(input, p, IsTraining);
}
