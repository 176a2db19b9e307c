namespace NotebookGrad.Nn;

/// <summary>x, times a trained slope below 0; see <see cref="Functional.Prelu"/>.</summary>
public sealed class Prelu : Module<Tensor, Tensor>
{
    private readonly Tensor weight;

    /// <param name="numParameters">1, or a slope for each channel.</param>
    /// <param name="init">What slopes begin with.</param>
    /// <param name="dtype">The slopes' type.</param>
    /// <exception cref="ArgumentException">The number is not positive.</exception>
    public Prelu(int numParameters = 1, double init = 0.25, DType dtype = DType.Float32) => weight = Parameter(
        Tensor.Full([LayerChecks.Positive("prelu", nameof(numParameters), numParameters)], init, dtype: dtype));

    /// <summary>[1] or [channels].</summary>
    public Tensor Weight => weight;

    /// <inheritdoc/>
    protected override string Options => $"{weight.Shape[0]}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Prelu(input, weight);
}
