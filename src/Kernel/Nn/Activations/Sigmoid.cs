namespace NotebookGrad.Nn;

/// <summary>For each element 1/(1 + e⁻ˣ); see <see cref="Functional.Sigmoid"/>.</summary>
public sealed class Sigmoid : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Sigmoid(input);
}
