namespace NotebookGrad.Nn;

/// <summary>For each element x·ReLU6(x + 3)/6; see <see cref="Functional.Hardswish"/>.</summary>
public sealed class Hardswish : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Hardswish(input);
}
