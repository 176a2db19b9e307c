namespace NotebookGrad.Nn;

/// <summary>For each element ln(1 + eˣ), a smooth ReLU; see <see cref="Functional.Softplus"/>.</summary>
/// <param name="beta">How sharply it bends.</param>
/// <param name="threshold">From where on it is x itself.</param>
public sealed class Softplus(double beta = 1, double threshold = 20) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{beta}, {threshold}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Softplus(input, beta, threshold);
}
