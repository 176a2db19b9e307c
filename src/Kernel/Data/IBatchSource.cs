namespace NotebookGrad;

/// <summary>Numbered items that can be put together to batches; every <see cref="Dataset{T}"/> is one.</summary>
public interface IBatchSource
{
    /// <summary>How many items there are.</summary>
    int Count { get; }

    /// <summary>
    /// Some items as tensors, their first axis counting the items in the order asked for. May be called by several
    /// threads at a time.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such item, or the items do not fit together.</exception>
    Tensor[] Batch(params ReadOnlySpan<int> indices);
}
