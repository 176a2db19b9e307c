namespace NotebookGrad.Nn;

/// <summary>
/// The greatest element of each of so many windows of images; see <see cref="Functional.AdaptiveMaxPool2d"/>.
/// </summary>
/// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
public sealed class AdaptiveMaxPool2d(PerAxis outputSize) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{outputSize}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.AdaptiveMaxPool2d(input, outputSize);
}
