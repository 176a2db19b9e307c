namespace NotebookGrad;

/// <summary>What one application of a user's operation hands from its forward to its backward.</summary>
public sealed class FunctionContext
{
    internal FunctionContext(IReadOnlyList<Tensor> saved, IReadOnlyList<bool> needsGradient, object? state)
    {
        Saved = saved;
        NeedsGradient = needsGradient;
        State = state;
    }

    /// <summary>
    /// The tensors that <see cref="Save"/> was given, in that order. Operands and the value among them are part of the
    /// graph; others are constants, for how they came about was not recorded.
    /// </summary>
    public IReadOnlyList<Tensor> Saved { get; private set; }

    /// <summary>For each operand whether a gradient by it is wanted; others may be left null.</summary>
    public IReadOnlyList<bool> NeedsGradient { get; }

    /// <summary>Anything else that backward needs, such as numbers.</summary>
    public object? State { get; set; }

    /// <summary>
    /// Keeps tensors for backward. They count as the node's saved bytes, a change of them in place is noticed, and
    /// Backward drops them.
    /// </summary>
    public void Save(params IReadOnlyList<Tensor> tensors) => Saved = [.. tensors];
}
