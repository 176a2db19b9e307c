namespace NotebookGrad.Nn;

/// <summary>For each element x/(1 + |x|); see <see cref="Functional.Softsign"/>.</summary>
public sealed class Softsign : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Softsign(input);
}
