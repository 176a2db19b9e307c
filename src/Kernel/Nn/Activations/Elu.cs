namespace NotebookGrad.Nn;

/// <summary>For each element x, and α·(eˣ − 1) below 0; see <see cref="Functional.Elu"/>.</summary>
/// <param name="alpha">The limit below 0, with a minus.</param>
public sealed class Elu(double alpha = 1) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{alpha}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Elu(input, alpha);
}
