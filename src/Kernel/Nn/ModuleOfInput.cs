using NotebookGrad.Inspection;

namespace NotebookGrad.Nn;

/// <summary>A module that makes one thing of another.</summary>
/// <typeparam name="TInput">What goes in: a tensor, or a tuple of several.</typeparam>
/// <typeparam name="TOutput">What comes out.</typeparam>
public abstract class Module<TInput, TOutput> : Module
{
    /// <summary>What calling the module computes, as a function.</summary>
    public static implicit operator Func<TInput, TOutput>(Module<TInput, TOutput> module) => module.Call;

    /// <summary>Computes the output, as a call of this module: graphs fold it, and hooks see it.</summary>
    public TOutput Call(TInput input) => Run(() => Forward(input), [.. TensorParts.Of(input)]);

    /// <summary>What the module is made of, with what comes out of every part for an input.</summary>
    public ModuleSummary Summary(TInput input) => Summary(() => Call(input));

    /// <summary>Says what the module computes; it is called by <see cref="Call"/>.</summary>
    protected abstract TOutput Forward(TInput input);
}
