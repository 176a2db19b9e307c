namespace NotebookGrad.Nn;

/// <summary>For each element x·tanh(softplus(x)); see <see cref="Functional.Mish"/>.</summary>
public sealed class Mish : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Mish(input);
}
