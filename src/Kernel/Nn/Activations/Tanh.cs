namespace NotebookGrad.Nn;

/// <summary>For each element the hyperbolic tangent; see <see cref="Functional.Tanh"/>.</summary>
public sealed class Tanh : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Tanh(input);
}
