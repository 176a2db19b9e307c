namespace NotebookGrad.Nn;

/// <summary>For each element eˣ over its sum along an axis; see <see cref="Functional.Softmax"/>.</summary>
/// <param name="dim">The axis.</param>
public sealed class Softmax(int dim) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{dim}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Softmax(input, dim);
}
