namespace NotebookGrad.Inspection;

/// <summary>
/// A tensor as messages call it, for one that is told later, if ever: it does not keep the tensor, and looks for its
/// name only then.
/// </summary>
internal sealed class Mention(Tensor tensor)
{
    private readonly string? name = tensor.Name;

    // The processor tells at once, unless it is written down; a weak reference would cost it as much as its work.
    private readonly object held = tensor.Device == Device.Cpu && AutogradMode.CurrentRecorder is null
        ? tensor
        : new WeakReference<Tensor>(tensor);

    /// <summary>Its shape.</summary>
    public Shape Shape { get; } = tensor.Shape;

    /// <inheritdoc/>
    public override string ToString() => Naming.Describe(Name(), Shape);

    /// <summary>The same after the part that it plays, which is said once where the tensor is called so.</summary>
    public string ToString(string role) => Name() == role ? ToString() : $"{role} {this}";

    private string? Name() => held switch
    {
        Tensor here => Naming.Of(here),
        WeakReference<Tensor> there when there.TryGetTarget(out var known) => Naming.Of(known),
        _ => name,
    };
}
