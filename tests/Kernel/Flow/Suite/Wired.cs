using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Modules and what is computed with them, as in a cell.</summary>
internal sealed class Wired : Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor> forward;

    public Wired(Func<Tensor, Tensor> forward, params (string Name, Module Module)[] parts)
    {
        this.forward = forward;
        Array.ForEach(parts, part => Child(part.Name, part.Module));
    }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => forward(input);
}
