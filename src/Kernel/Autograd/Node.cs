using NotebookGrad.Backends;
using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// A place in a computational graph, what PyTorch calls <c>grad_fn</c>: an operation with what it was applied to and
/// what it keeps for its derivative, or a leaf. Plain data, so that it can be drawn.
/// </summary>
public sealed partial class Node : IInspectable
{
    /// <summary>
    /// Values up to this many elements stay with their node, so that a graph can be drawn after Backward.
    /// </summary>
    internal const int PreviewCount = 1024;

    private static long lastId;

    private int version;
    private Layout layout;

    // A leaf's tensor, or the block of a result, whose tensor need not live on.
    private object? value;
    private SavedTensors saved;
    private NodeDetails? details;
    private bool isFreed;

    private Node(long id, Tensor value, Operation? operation, SavedTensors saved, bool needsGradient)
    {
        Id = id;
        layout = value.Layout;
        DType = value.DType;
        Operation = operation;
        this.saved = saved;
        NeedsGradient = needsGradient;
        version = value.Storage.Version;
        if (value.Name is { } name)
        {
            Name = name;
        }

        if (IsParameter || value.Count <= PreviewCount)
        {
            this.value = operation is null ? value : value.Storage;
        }
        else if (operation is null)
        {
            NeedDetails().Large = new WeakReference<Tensor>(value);
        }
    }

    /// <summary>
    /// The operation's name, such as <c>mul</c>; <c>accumulate_grad</c> or <c>constant</c> for a leaf.
    /// </summary>
    public string OperationName => InPlaceName ?? Operation?.Name ?? (NeedsGradient ? "accumulate_grad" : "constant");

    /// <summary>The name given to the tensor by <c>Named</c>, or null.</summary>
    public string? Name
    {
        get => details?.Name;
        internal set => NeedDetails().Name = value;
    }

    /// <summary>Shape of the value.</summary>
    public Shape Shape => layout.Shape;

    /// <summary>Type of the value's elements.</summary>
    public DType DType { get; private set; }

    /// <summary>The line that built the node, such as <c>cell 3:2</c>, or null where it was not recorded.</summary>
    public string? Line => details?.Line;

    /// <summary>
    /// What a gradient flows to from here, one an operand as in PyTorch; null for an operand that needs no gradient.
    /// </summary>
    public IReadOnlyList<Node?> NextFunctions =>
        [.. Enumerable.Range(0, Operands.Count).Select(Operands.Next)];

    /// <summary>The bytes that the node keeps for its derivative now.</summary>
    public long SavedBytes =>
        KeptTensors.Select(tensor => tensor.Storage).Distinct().Sum(storage => storage.Bytes)
        + PackedTensors.Distinct().Sum(packed => packed.Bytes);

    /// <summary>The call of a module that built the node, or null; see <see cref="Graph.Module"/>.</summary>
    internal GraphModule? Module => details?.Module;

    /// <summary>The identity of the youngest node.</summary>
    internal static long LastId => Volatile.Read(ref lastId);

    /// <summary>Identity in this process, greater than that of everything it was made from.</summary>
    internal long Id { get; }

    /// <summary>The operation, or null at a leaf.</summary>
    internal Operation? Operation { get; }

    /// <summary>The operation's name where it changed a tensor in place, such as <c>add_</c>; else null.</summary>
    internal string? InPlaceName
    {
        get => details?.InPlaceName;
        set => NeedDetails().InPlaceName = value;
    }

    /// <summary>How the operation is written for people; null at a leaf.</summary>
    internal Notation? Notation =>
        InPlaceName is null ? Operation?.Notation : Operation!.Notation with { Symbol = InPlaceName };

    /// <summary>Whether a backward pass goes through here.</summary>
    internal bool NeedsGradient { get; }

    /// <summary>
    /// A leaf's <c>.Grad</c>; elsewhere the gradient of the last backward pass, if it is small, for drawing.
    /// </summary>
    internal Tensor? Gradient { get; set; }

    /// <summary>
    /// Where the backward pass was called that has freed what the node had kept; empty if the line is not known.
    /// </summary>
    internal string? FreedBy => isFreed ? details?.FreedBy ?? string.Empty : null;

    /// <summary>Whether a backward pass has gone through the node.</summary>
    internal bool Differentiated { get; set; }

    /// <summary>What users have asked to be called about here, if anything.</summary>
    internal NodeHooks? Hooks => details?.Hooks;

    /// <summary>Whether the node adds up its gradients in <c>.Grad</c>.</summary>
    internal bool Gathers => NeedsGradient && (Operation is null || Hooks is { RetainsGradient: true });

    /// <summary>Scratch space of the traversal that holds <see cref="GraphOrder"/>'s lock.</summary>
    internal int Slot { get; set; }

    /// <summary>
    /// The value, where it is still at hand and what it was; a parameter's as it is now. For drawing only.
    /// </summary>
    internal Tensor? Value => Known is { } known && (known.Storage.Version == version || IsParameter) ? known : null;

    /// <summary>Whether the value was changed in place, unrecorded: what used it later has seen another.</summary>
    internal bool IsChanged => value is not null && Value is null;

    /// <summary>What the node keeps now.</summary>
    internal IEnumerable<Tensor> KeptTensors => saved.Tensors(this);

    /// <summary>What the node keeps now in another form than tensors.</summary>
    internal IPackedTensor[] PackedTensors => saved.Packed;

    /// <summary>Whether something that the node keeps was changed in place since.</summary>
    internal bool IsDamaged => saved.IsDamaged;

    /// <summary>The value as the node keeps it for its own derivative, if it does.</summary>
    internal Tensor? SavedValue => saved.Result;

    private bool IsParameter => NeedsGradient && Operation is null;

    private Tensor? Known => value switch
    {
        Storage block => new Tensor(block, layout) { Node = this },
        Tensor leaf => leaf,
        _ => details?.Large?.TryGetTarget(out var large) == true ? large : null,
    };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{OperationName}{(Naming.Of(this) is { } known ? $" → {known}" : string.Empty)} {Shape}"
        + SourceLine.Phrase(Line);

    /// <summary>The place of a leaf that gathers its gradient.</summary>
    /// <exception cref="InvalidOperationException">The elements are not real numbers.</exception>
    internal static Node Parameter(Tensor tensor)
    {
        if (tensor.RequiresGrad)
        {
            return tensor.Node!;
        }

        if (tensor.Storage.IsInference && !AutogradMode.Current.IsInference)
        {
            throw new InvalidOperationException(
                $"{tensor.Describe()} was made under Autograd.InferenceMode() and cannot require a gradient; take "
                + "x.Clone() of it outside");
        }

        return tensor.DType.IsReal
            ? Leaf(tensor, needsGradient: true)
            : throw new InvalidOperationException(
                $"{tensor.Describe()} is {tensor.DType.Text}: only float32 and float64 have gradients; "
                + "convert it with .To(DType.Float32)");
    }

    /// <summary>Takes note that a leaf has other elements now, of another dtype perhaps.</summary>
    internal void Follow(Tensor leaf) =>
        (layout, DType, version) = (leaf.Layout, leaf.DType, leaf.Storage.Version);

    /// <summary>The place of a tensor as an operand: its own, or a new one of a constant.</summary>
    internal static Node Operand(Tensor tensor) => tensor.Node ??= Leaf(tensor, needsGradient: false);

    /// <summary>A leaf that is to gather no gradient any more.</summary>
    internal static Node? WithoutGradient(Tensor tensor) => tensor.IsLeaf
        ? null
        : throw new InvalidOperationException(
            $"{tensor.Describe()} was made by {tensor.Node}; only a leaf can stop requiring a gradient. "
            + "Use x.Detach() for a copy without one.");

    /// <summary>The place of an operation's result.</summary>
    internal static Node Result(Tensor value, Operation operation, ReadOnlySpan<Tensor> operands)
    {
        var kept = Keep.Nothing;
        for (var i = 0; i < operands.Length; i++)
        {
            if (PlaceOf(operands[i]) is Node { NeedsGradient: true })
            {
                kept |= operation.Keeps(i);
            }
        }

        var saved = SavedTensors.Of(kept, value, operands, operation.Name);
        var node = new Node(IdAfter(operands), value, operation, saved, needsGradient: true);
        node.SetOperands(operands);
        if (SourceLine.OfCaller() is { } line)
        {
            node.NeedDetails().Line = line;
        }

        if (AutogradMode.CurrentModule is { } module)
        {
            node.NeedDetails().Module = module;
        }

        return node;
    }

    /// <summary>The place's hooks, made at need.</summary>
    internal NodeHooks NeedHooks()
    {
        lock (this)
        {
            return NeedDetails().Hooks ??= new NodeHooks();
        }
    }

    /// <summary>What the node kept of an operand, checked to be unchanged.</summary>
    internal Tensor SavedOperand(int operand) => saved.Operand(this, operand);

    /// <summary>An operand as the node keeps it for its derivative, if it does and it is what it was.</summary>
    internal Tensor? KeptOperand(int operand) => saved.Whole(operand);

    /// <summary>What the node kept of its result, checked to be unchanged.</summary>
    internal Tensor SavedOutput() => saved.Output(this);

    /// <summary>
    /// Keeps the value for drawing as a copy of it, because the tensor itself is about to be changed.
    /// </summary>
    internal void KeepValue(Tensor copy)
    {
        if (value is not null && !IsParameter && Value is not null)
        {
            (value, layout, version) = (copy.Storage, copy.Layout, copy.Storage.Version);
        }
    }

    /// <summary>Keeps copies of what lies in a block, because that is about to be changed.</summary>
    internal void KeepCopiesOf(Storage storage) => saved.CopyOut(storage);

    /// <summary>Drops what the node keeps; it stays as a description.</summary>
    internal void Free(string? line)
    {
        if (saved.Any)
        {
            isFreed = true;
            if (line is not null)
            {
                NeedDetails().FreedBy = line;
            }

            saved.Drop();
        }
    }

    private static Node Leaf(Tensor tensor, bool needsGradient) =>
        new(Interlocked.Increment(ref lastId), tensor, null, SavedTensors.Nothing, needsGradient);

    private NodeDetails NeedDetails() =>
        details ?? Interlocked.CompareExchange(ref details, new NodeDetails(), null) ?? details;
}
