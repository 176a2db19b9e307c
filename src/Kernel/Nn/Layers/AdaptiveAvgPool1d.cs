namespace NotebookGrad.Nn;

/// <summary>
/// The mean of each of so many windows of sequences; see <see cref="Functional.AdaptiveAvgPool1d"/>.
/// </summary>
/// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
public sealed class AdaptiveAvgPool1d(PerAxis outputSize) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{outputSize}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.AdaptiveAvgPool1d(input, outputSize);
}
