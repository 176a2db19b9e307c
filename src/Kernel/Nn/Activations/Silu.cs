namespace NotebookGrad.Nn;

/// <summary>For each element x·sigmoid(x); see <see cref="Functional.Silu"/>.</summary>
public sealed class Silu : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Silu(input);
}
