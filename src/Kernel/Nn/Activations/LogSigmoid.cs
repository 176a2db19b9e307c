namespace NotebookGrad.Nn;

/// <summary>For each element the logarithm of the sigmoid; see <see cref="Functional.LogSigmoid"/>.</summary>
public sealed class LogSigmoid : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.LogSigmoid(input);
}
