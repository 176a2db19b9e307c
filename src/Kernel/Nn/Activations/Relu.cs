namespace NotebookGrad.Nn;

/// <summary>For each element the greater of x and 0; see <see cref="Functional.Relu"/>.</summary>
public sealed class Relu : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Relu(input);
}
