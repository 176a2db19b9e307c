namespace NotebookGrad.Nn;

/// <summary>For each element x, times a slope below 0; see <see cref="Functional.LeakyRelu"/>.</summary>
/// <param name="negativeSlope">The slope below 0.</param>
public sealed class LeakyRelu(double negativeSlope = 0.01) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{negativeSlope}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.LeakyRelu(input, negativeSlope);
}
