using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// A tensor that a node keeps for its derivative, with the version that it had then; or what a packer has made of it.
/// </summary>
internal readonly struct SavedTensor
{
    private readonly object? kept;
    private readonly int version;

    private SavedTensor(int place, Tensor tensor)
    {
        Place = place;
        kept = tensor.IsNumber ? tensor.Storage : tensor;
        version = tensor.Storage.Version;
    }

    private SavedTensor(int place, IPackedTensor packed)
    {
        Place = place;
        kept = packed;
    }

    /// <summary>The number of the operand that is kept, or <see cref="SavedTensors.ResultPlace"/>.</summary>
    public int Place { get; }

    /// <summary>The tensor as it is; null where nothing is kept, a C# number, or a packed form.</summary>
    public Tensor? Tensor => kept as Tensor;

    /// <summary>The packed form, if there is one.</summary>
    public IPackedTensor? Packed => kept is Tensor || kept is Storage ? null : (IPackedTensor?)kept;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsNothing => kept is null;

    /// <summary>The block of the C# number that is kept, which cannot change; null where another thing is.</summary>
    public Storage? Number => kept as Storage;

    /// <summary>Whether the tensor was changed in place since.</summary>
    public bool IsDamaged => kept is Tensor tensor && tensor.Storage.Version != version;

    /// <summary>Keeps a tensor, in the form that the mode of this flow wants.</summary>
    /// <exception cref="InvalidOperationException">It was made in inference mode, or changed by a packer.</exception>
    public static SavedTensor Keep(int place, Tensor tensor, string keeper)
    {
        if (tensor.Storage.IsInference)
        {
            throw new InvalidOperationException(
                $"{keeper}: {tensor.Describe()} was made under Autograd.InferenceMode() and cannot be kept for a "
                + "derivative. Take x.Clone() of it outside, or use Autograd.NoGrad() where it is made.");
        }

        return AutogradMode.CurrentPacker is { } packer
            ? Pack(place, tensor, packer)
            : new SavedTensor(place, tensor);
    }

    /// <summary>Keeps a copy instead, because the tensor itself is about to be changed.</summary>
    public SavedTensor AsCopy() => new(Place, Tensor!.StandIn(copies: true));

    /// <summary>The tensor, if it is still as it was.</summary>
    /// <param name="keeper">The node that keeps it.</param>
    /// <param name="place">The place in the graph of a tensor that was packed without it.</param>
    /// <exception cref="InvalidOperationException">
    /// It was changed in place since, or came out of its packed form as another.
    /// </exception>
    public Tensor Unpack(Node keeper, Node place)
    {
        if (Packed is { } packed)
        {
            return Unpack(packed, keeper, place);
        }

        if (Number is not null)
        {
            return place.Value!;
        }

        if (!IsDamaged)
        {
            return Tensor!;
        }

        throw new InvalidOperationException(
            $"backward of {keeper}: it needs {Tensor!.Describe()}, which was changed in place by "
            + $"{Tensor.Storage.LastChange?.Operation}{SourceLine.Phrase(Tensor.Storage.LastChange?.Line)} after "
            + $"{keeper.OperationName} had used it (version {Tensor.Storage.Version}, expected {version}). "
            + "Change a copy, x.Clone(), or use the form without underscore. No gradient was changed.");
    }

    private static SavedTensor Pack(int place, Tensor tensor, ITensorPacker packer)
    {
        var before = tensor.Storage.Version;
        IPackedTensor? packed;
        using ((AutogradMode.Current with { IsPaused = true, Packer = null }).Enter())
        {
            packed = packer.Pack(tensor);
        }

        if (tensor.Storage.Version != before)
        {
            throw new InvalidOperationException(
                $"saved-tensor hooks: pack has changed {tensor.Describe()} in place, which its graph still uses; "
                + "let it work on a copy, x.Clone()");
        }

        return packed is null ? new SavedTensor(place, tensor) : new SavedTensor(place, packed);
    }

    private static Tensor Unpack(IPackedTensor packed, Node keeper, Node place)
    {
        var tensor = BackwardScope.Outside(packed.Unpack);
        if (tensor.Shape != place.Shape || tensor.DType != place.DType)
        {
            throw new InvalidOperationException(
                $"backward of {keeper}: it kept {place.Shape} {place.DType.Text} through saved-tensor hooks, and "
                + $"unpack gave back {tensor.Shape} {tensor.DType.Text}. No gradient was changed.");
        }

        return new Tensor(tensor.Storage, tensor.Layout) { Node = place };
    }
}
