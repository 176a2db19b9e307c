namespace NotebookGrad.Nn;

/// <summary>
/// Each element over the root of the mean square of the innermost axes around it; then times weight, which begins at 1;
/// see <see cref="Functional.RmsNorm"/>.
/// </summary>
public sealed class RmsNorm : Module<Tensor, Tensor>
{
    private readonly Shape normalizedShape;
    private readonly double? eps;
    private readonly Tensor? weight;

    /// <param name="normalizedShape">The lengths of the axes along which the mean is taken.</param>
    /// <param name="eps">Added to the mean square; the dtype's own precision if not given.</param>
    /// <param name="elementwiseAffine">Whether the layer has a weight.</param>
    /// <param name="dtype">The weight's type.</param>
    public RmsNorm(
        Shape normalizedShape, double? eps = null, bool elementwiseAffine = true, DType dtype = DType.Float32)
    {
        (this.normalizedShape, this.eps) = (normalizedShape, eps);
        weight = elementwiseAffine ? Parameter(Tensor.Ones(normalizedShape, dtype: dtype)) : null;
    }

    /// <summary>Of the normalised shape, or null.</summary>
    public Tensor? Weight => weight;

    /// <inheritdoc/>
    protected override string Options =>
        $"{normalizedShape}{LayerText.Without("elementwiseAffine", weight is not null)}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.RmsNorm(input, normalizedShape, weight, eps);
}
