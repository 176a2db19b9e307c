namespace NotebookGrad.Backends;

/// <summary>
/// A block of elements on a device. All views of a tensor share it, and with it the version that counts changes in
/// place.
/// </summary>
public abstract class Storage(IBackend backend, DType dtype, long length)
{
    private int version;

    /// <summary>
    /// The backend that made the block and alone can read it; while a program is being recorded, its recorder.
    /// </summary>
    public IBackend Backend => AutogradMode.CurrentRecorder?.Over(Maker) ?? Maker;

    /// <summary>Type of the elements.</summary>
    public DType DType { get; } = dtype;

    /// <summary>Number of elements.</summary>
    public long Length { get; } = length;

    /// <summary>Size in bytes.</summary>
    public long Bytes => Length * DType.Size;

    /// <summary>The backend that made the block.</summary>
    internal IBackend Maker { get; } = backend;

    /// <summary>How often the elements were changed in place.</summary>
    internal int Version => Volatile.Read(ref version);

    /// <summary>What last changed the elements in place, or null.</summary>
    internal InPlaceChange? LastChange { get; private set; }

    /// <summary>The backward pass that allocated the block for itself, if one did; it alone may release it.</summary>
    internal object? Owner { get; set; }

    /// <summary>Whether the block was made under <see cref="Autograd.InferenceMode"/>.</summary>
    internal bool IsInference { get; set; }

    /// <summary>How many pending gradients of the owner lie in the block.</summary>
    internal int Holders { get; set; }

    /// <summary>
    /// Whether <see cref="Release"/> gives the block back for reuse; false where that is not worth the while.
    /// </summary>
    protected internal virtual bool IsPooled => false;

    /// <summary>Gives the block back to its pool. Only who knows that no tensor refers to it may call this.</summary>
    protected internal virtual void Release()
    {
    }

    /// <summary>Says which tensor the block was made for, so that a message may call it by name.</summary>
    protected internal virtual void MadeFor(Tensor tensor)
    {
    }

    /// <summary>Says that a graph does not need the block any more; others still may.</summary>
    protected internal virtual void Drop()
    {
    }

    /// <summary>Counts a change in place.</summary>
    internal void Touch(string operation)
    {
        AutogradMode.CurrentRecorder?.Changes(this, operation);
        Touch(new InPlaceChange(operation, SourceLine.OfCaller(), Node.LastId));
    }

    /// <summary>Counts a change in place that no program records.</summary>
    internal void Touch(InPlaceChange change)
    {
        Interlocked.Increment(ref version);
        LastChange = change;
    }
}
