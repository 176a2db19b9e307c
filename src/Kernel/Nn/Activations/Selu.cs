namespace NotebookGrad.Nn;

/// <summary>
/// For each element ELU with the scale and α that keep mean 0 and variance 1; see <see cref="Functional.Selu"/>.
/// </summary>
public sealed class Selu : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Selu(input);
}
