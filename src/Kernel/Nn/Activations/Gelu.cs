namespace NotebookGrad.Nn;

/// <summary>For each element x times the share of normal numbers below it; see <see cref="Functional.Gelu"/>.</summary>
/// <param name="approximate"><c>"none"</c>, or <c>"tanh"</c> for the faster formula.</param>
public sealed class Gelu(string approximate = "none") : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => $"{approximate}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Gelu(input, approximate);
}
