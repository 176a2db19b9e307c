using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

/// <summary>A network as a student would write it.</summary>
internal sealed class Net : Module<Tensor, Tensor>
{
    public Linear Hidden { get; } = new(3, 4);

    public Linear Output { get; } = new(4, 2);

    protected override Tensor Forward(Tensor input) => Output.Call(Hidden.Call(input).Relu());
}
