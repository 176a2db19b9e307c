using System.Collections;

namespace NotebookGrad.Nn;

/// <summary>Modules one after the other: what comes out of one goes into the next.</summary>
/// <example><c>new Sequential(new Linear(2, 16), new Tanh(), new Linear(16, 1))</c></example>
public sealed class Sequential : Module<Tensor, Tensor>, IReadOnlyList<Module<Tensor, Tensor>>
{
    private readonly Module<Tensor, Tensor>[] steps;

    /// <summary>Modules that are named by their numbers, as in PyTorch.</summary>
    public Sequential(params IEnumerable<Module<Tensor, Tensor>> steps)
        : this([.. steps.Select((step, index) => ($"{index}", step))])
    {
    }

    /// <summary>Modules with names.</summary>
    /// <exception cref="ArgumentException">A name is empty or there twice.</exception>
    public Sequential(params (string Name, Module<Tensor, Tensor> Module)[] steps) =>
        this.steps = Array.ConvertAll(steps, step => Child(step.Name, step.Module));

    /// <inheritdoc/>
    public int Count => steps.Length;

    /// <inheritdoc/>
    public Module<Tensor, Tensor> this[int index] => steps[index];

    /// <inheritdoc/>
    public IEnumerator<Module<Tensor, Tensor>> GetEnumerator() =>
        ((IEnumerable<Module<Tensor, Tensor>>)steps).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => steps.Aggregate(input, (x, step) => step.Call(x));
}
