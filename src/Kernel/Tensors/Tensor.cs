using NotebookGrad.Backends;
using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Numbers of one dtype in the shape of an array, and where they came from. A handle: views and detached copies share
/// the storage, and nobody disposes of it.
/// </summary>
public sealed class Tensor : IInspectable
{
    private string? name;
    private Node? node;

    internal Tensor(Storage storage, Layout layout)
    {
        Storage = storage;
        Layout = layout;
    }

    /// <summary>The lengths of the axes, outermost first; <c>[]</c> for a single number.</summary>
    public Shape Shape => Layout.Shape;

    /// <summary>Type of the elements.</summary>
    public DType DType => Storage.DType;

    /// <summary>Where the elements lie.</summary>
    public Device Device => Device.Of(Storage);

    /// <summary>The name given by <see cref="Named"/>, or null.</summary>
    public string? Name => name ?? Node?.Name;

    /// <summary>
    /// Whether operations on the tensor are recorded, so that <c>Backward</c> reaches it. May be set on a leaf.
    /// </summary>
    /// <exception cref="InvalidOperationException">Set on a result of an operation, or on whole numbers.</exception>
    public bool RequiresGrad
    {
        get => Node is { NeedsGradient: true };
        set => Node = value ? Node.Parameter(this) : Node.WithoutGradient(this);
    }

    /// <summary>Whether no recorded operation made the tensor.</summary>
    public bool IsLeaf => Node is not { Operation: not null };

    // Both may be null and say so, but are not annotated: who writes loss.Backward(); w.Sub_(0.1f * w.Grad) knows that
    // the gradient is there, and should not be warned.
#nullable disable annotations

    /// <summary>The node of the operation that made the tensor, as in PyTorch; null for a leaf.</summary>
    public Node GradFn => IsLeaf ? null : Node;

    /// <summary>
    /// The gradient that <c>Backward</c> has gathered here, or null; only leaves that require one have it, and results
    /// that <c>RetainGrad</c> was called on. Set it to null, or call <c>Grad.Zero_()</c>, before the next step.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A recorded operation made the tensor, and <c>RetainGrad</c> was not called: the message says which operation.
    /// </exception>
    /// <exception cref="ArgumentException">Set to a tensor of another shape or dtype.</exception>
    public Tensor Grad
    {
        get => LeafGradients.Of(this);
        set => LeafGradients.Set(this, value);
    }

#nullable restore annotations

    /// <summary>The elements.</summary>
    internal Storage Storage { get; private set; }

    /// <summary>Their arrangement.</summary>
    internal Layout Layout { get; private set; }

    /// <summary>
    /// The tensor's place in a graph: the operation that made it, the gathering of its gradient, or a constant that
    /// an operation has used; null as long as none of these applies. That of a view follows what it shows: after a
    /// recorded change in place it comes from the changed tensor.
    /// </summary>
    internal Node? Node
    {
        get => ViewOf is { IsStale: true } ? node = ViewOf.Renew(this, node) : node;
        set => node = value;
    }

    /// <summary>What the tensor is a view of; null if it is none.</summary>
    internal ViewLink? ViewOf { get; set; }

    /// <summary>How often a recorded change in place has rewritten where the elements come from.</summary>
    internal int Rewritten { get; set; }

    /// <summary>
    /// Whether the tensor is a C# number that expressions share (<see cref="RecentNumbers"/>): nobody else has it,
    /// nobody changes it, and a graph keeps its block alone.
    /// </summary>
    internal bool IsNumber { get; init; }

    /// <summary>What a backend works on.</summary>
    internal View View => new(Storage, Layout);

    /// <summary>The number of elements.</summary>
    internal long Count => Layout.Count;

    /// <summary>The backend that holds the elements.</summary>
    internal IBackend Backend => Storage.Backend;

    /// <summary>
    /// Part of the tensor: for each axis from the outermost a position (<c>^1</c> is the last), a range, or null for a
    /// new axis; that is a view. A tensor of positions or of truth values picks elements, into a new tensor. What is
    /// assigned to a part broadcasts, and is converted to the dtype of the tensor, which changes in place.
    /// </summary>
    /// <exception cref="ArgumentException">There are more indices than axes, or one is out of bounds.</exception>
    /// <exception cref="InvalidOperationException">
    /// Set where a leaf that requires a gradient must not change.
    /// </exception>
    public Tensor this[params TensorIndex?[]? indices]
    {
        get => Indexing.Read(this, indices);
        set => Indexing.Write(this, indices, value);
    }

    /// <summary>A number as a tensor of shape [].</summary>
    public static implicit operator Tensor(float value) => Tensor.Full([], value);

    /// <summary>A number as a tensor of shape [].</summary>
    public static implicit operator Tensor(double value) => Tensor.Full([], value);

    /// <summary>A number as a tensor of shape [].</summary>
    public static implicit operator Tensor(long value) => Tensor.Full([], value);

    /// <summary>A number as a tensor of shape [].</summary>
    public static implicit operator Tensor(int value) => Tensor.Full([], value);

    /// <summary>A truth value as a tensor of shape [].</summary>
    public static implicit operator Tensor(bool value) => Tensor.Full([], value);

    /// <summary>
    /// A number as a tensor of shape []. It is there so that a number in an expression stays a <see cref="Scalar"/>
    /// where both would do.
    /// </summary>
    public static implicit operator Tensor(Scalar value) => Tensor.Full([], value);

    /// <summary>Gives the tensor a name for graphs and messages, and returns it.</summary>
    public Tensor Named(string name)
    {
        this.name = name;
        if (Node is not null)
        {
            Node.Name = name;
        }

        return this;
    }

    /// <summary>A constant that shares the elements: later operations on it are not recorded for this tensor.</summary>
    public Tensor Detach() => new(Storage, Layout);

    /// <summary>Says that the tensor is somebody's to keep: its block is not the backward pass's any more.</summary>
    internal void Disown() => Storage.Owner = null;

    /// <summary>The elements as text, as PyTorch prints them.</summary>
    public override string ToString() => TensorText.Write(this);

    /// <summary>The tensor in a message: its name, if it has one, and its shape.</summary>
    internal string Describe() => Naming.Describe(Naming.Of(this), Shape);

    /// <summary>The same after the part that it plays, which is said once where the tensor is called so.</summary>
    internal string Describe(string role) => Naming.Of(this) == role ? Describe() : $"{role} {Describe()}";

    /// <summary>A tensor of unset elements on a backend.</summary>
    internal static Tensor Empty(IBackend backend, DType dtype, Layout layout)
    {
        var storage = (AutogradMode.CurrentRecorder?.Over(backend) ?? backend).Allocate(dtype, layout.Count);
        storage.IsInference = AutogradMode.MakesInferenceTensors;
        BackwardScope.Track(storage);
        var tensor = new Tensor(storage, layout);
        storage.MadeFor(tensor);
        return tensor;
    }

    /// <summary>Has a leaf take over the elements of another tensor, be they of another dtype or elsewhere.</summary>
    internal void Become(Tensor other)
    {
        (Storage, Layout) = (other.Storage, other.Layout);
        if (Node is { NeedsGradient: true } place)
        {
            place.Follow(this);
        }
        else
        {
            Node = null;
        }
    }

    /// <summary>
    /// Another tensor of the same name and at the same place in the graph, to stand for this one as it is now; with
    /// elements of its own if they matter.
    /// </summary>
    internal Tensor StandIn(bool copies)
    {
        var other = copies ? this.Converted(DType) : Detach();
        other.name = name;
        other.Node = Node;
        return other;
    }

    /// <summary>A tensor of unset elements where this one lies.</summary>
    internal Tensor EmptyLike(DType dtype, Shape shape)
    {
        var same = shape == Shape && Layout is { IsContiguous: true, Offset: 0 };
        return Empty(Backend, dtype, same ? Layout : Layout.Contiguous(shape));
    }
}
