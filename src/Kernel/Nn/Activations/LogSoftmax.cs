namespace NotebookGrad.Nn;

/// <summary>For each element the logarithm of softmax along an axis; see <see cref="Functional.LogSoftmax"/>.</summary>
/// <param name="dim">The axis.</param>
public sealed class LogSoftmax(int dim) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{dim}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.LogSoftmax(input, dim);
}
