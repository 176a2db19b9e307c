using NotebookGrad.Backends;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>What a node keeps for its derivative: a place for each operand and the last for the result.</summary>
internal struct SavedTensors
{
    private readonly SavedTensor[] places;
    private bool isPacked;

    private SavedTensors(SavedTensor[] places)
    {
        this.places = places;
        isPacked = Array.Exists(places, kept => kept.Packed is not null);
    }

    /// <summary>Nothing kept, as by a leaf.</summary>
    public static SavedTensors Nothing { get; } = new([]);

    /// <summary>Whether something has ever been kept.</summary>
    public readonly bool Any => places.Length > 0;

    /// <summary>What is kept now as it is, also by way of another form.</summary>
    public readonly IEnumerable<Tensor> Tensors =>
        [.. places.Select(kept => kept.Tensor).OfType<Tensor>(), .. Packed.SelectMany(packed => packed.Holds)];

    /// <summary>What is kept now in another form than tensors.</summary>
    public readonly IPackedTensor[] Packed =>
        isPacked ? [.. places.Select(kept => kept.Packed).OfType<IPackedTensor>()] : [];

    /// <summary>Whether something kept was changed in place since.</summary>
    public readonly bool IsDamaged => Array.Exists(places, kept => kept.IsDamaged);

    /// <summary>The result, if it is kept as it is and is what it was.</summary>
    public readonly Tensor? Result => Any && !places[^1].IsDamaged ? places[^1].Tensor : null;

    /// <summary>Keeps what a derivative reads.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something was made in inference mode, or changed by a packer.
    /// </exception>
    public static SavedTensors Of(Keep kept, Tensor value, ReadOnlySpan<Tensor> operands, string keeper)
    {
        if (kept == Keep.Nothing)
        {
            return Nothing;
        }

        var places = new SavedTensor[operands.Length + 1];
        for (var i = 0; i < operands.Length; i++)
        {
            if (kept.HasFlag((Keep)(1 << i)))
            {
                places[i] = SavedTensor.Keep(operands[i], keeper);
            }
        }

        if (kept.HasFlag(Keep.Output))
        {
            places[^1] = SavedTensor.Keep(value, keeper);
        }

        return new SavedTensors(places);
    }

    /// <summary>An operand that was kept, checked to be unchanged.</summary>
    public readonly Tensor Operand(Node keeper, int operand) =>
        places[operand].Unpack(keeper, keeper.Operands[operand]);

    /// <summary>The result that was kept, checked to be unchanged.</summary>
    public readonly Tensor Output(Node keeper) => places[^1].Unpack(keeper, keeper);

    /// <summary>Keeps copies of what lies in a block, because that is about to be changed.</summary>
    public readonly void CopyOut(Storage storage)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] is { IsDamaged: false, Tensor: { } tensor } && tensor.Storage == storage)
            {
                places[i] = places[i].AsCopy();
            }
        }
    }

    /// <summary>Gives all of it back.</summary>
    public void Drop()
    {
        foreach (var kept in places)
        {
            kept.Tensor?.Storage.Drop();
            kept.Packed?.Drop();
        }

        Array.Clear(places);
        isPacked = false;
    }
}
