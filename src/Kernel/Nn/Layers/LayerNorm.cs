namespace NotebookGrad.Nn;

/// <summary>
/// Each element less the mean, over the deviation, of the innermost axes around it; then times weight plus bias, which
/// begin at 1 and 0; see <see cref="Functional.LayerNorm"/>.
/// </summary>
public sealed class LayerNorm : Module<Tensor, Tensor>
{
    private readonly Shape normalizedShape;
    private readonly double eps;
    private readonly Tensor? weight;
    private readonly Tensor? bias;

    /// <param name="normalizedShape">The lengths of the axes along which mean and variance are taken.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="elementwiseAffine">Whether the layer has a weight and a bias.</param>
    /// <param name="bias">Whether it has a bias beside its weight.</param>
    /// <param name="dtype">The parameters' type.</param>
    public LayerNorm(
        Shape normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true,
        DType dtype = DType.Float32)
    {
        (this.normalizedShape, this.eps) = (normalizedShape, eps);
        weight = elementwiseAffine ? Parameter(Tensor.Ones(normalizedShape, dtype: dtype)) : null;
        this.bias = elementwiseAffine && bias ? Parameter(Tensor.Zeros(normalizedShape, dtype: dtype)) : null;
    }

    /// <summary>Of the normalised shape, or null.</summary>
    public Tensor? Weight => weight;

    /// <summary>Of the normalised shape, or null.</summary>
    public Tensor? Bias => bias;

    /// <inheritdoc/>
    protected override string Options =>
        $"{normalizedShape}{LayerText.Without("elementwiseAffine", weight is not null)}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Functional.LayerNorm(input, normalizedShape, weight, bias, eps);
}
