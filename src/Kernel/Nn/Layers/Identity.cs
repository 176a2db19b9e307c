namespace NotebookGrad.Nn;

/// <summary>Hands on what it is given.</summary>
public sealed class Identity : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => input;
}
