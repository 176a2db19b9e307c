using NotebookGrad.Backends;

namespace NotebookGrad.Flow;

/// <summary>A parameter and its gradient as a backward pass has left them.</summary>
/// <param name="Weights">The block in which the parameter lay.</param>
/// <param name="Version">How often it had been changed in place.</param>
/// <param name="Gradient">Its <c>.Grad</c>, or null.</param>
internal readonly record struct LeafState(Storage Weights, int Version, Tensor? Gradient)
{
    /// <summary>A parameter as it is now.</summary>
    public static LeafState Of(WatchedParameter one) => new(one.Tensor.Storage, one.Tensor.Storage.Version, one.Gradient);

    /// <summary>Whether the parameter was changed since: a step was made.</summary>
    public bool HasStepped(Tensor parameter) => parameter.Storage != Weights || Weights.Version != Version;

    /// <summary>Whether the gradient is still there and not zero, so that a new pass adds to it.</summary>
    public bool StaysAfterStep(Tensor parameter) => Gradient is { } gradient
        && parameter.Node?.Gradient == gradient
        && ElementMath.Dot(gradient, gradient) != 0;
}
