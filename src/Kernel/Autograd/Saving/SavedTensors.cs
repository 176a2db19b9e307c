using System.Numerics;
using NotebookGrad.Backends;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>What a node keeps for its derivative: some of its operands, its result, both or neither.</summary>
internal struct SavedTensors
{
    /// <summary>The place of the result, where operands have their numbers.</summary>
    public const int ResultPlace = -1;

    private static readonly SavedTensor[] Dropped = new SavedTensor[1];

    private SavedTensor[] places;

    private SavedTensors(SavedTensor[] places) => this.places = places;

    /// <summary>Nothing kept, as by a leaf.</summary>
    public static SavedTensors Nothing { get; } = new([]);

    /// <summary>Whether something has ever been kept.</summary>
    public readonly bool Any => places.Length > 0;

    /// <summary>What is kept now as it is, also by way of another form.</summary>
    public readonly IEnumerable<Tensor> Tensors =>
        [.. places.Select(kept => kept.Tensor).OfType<Tensor>(), .. Packed.SelectMany(packed => packed.Holds)];

    /// <summary>What is kept now in another form than tensors.</summary>
    public readonly IPackedTensor[] Packed
    {
        get
        {
            foreach (var kept in places)
            {
                if (kept.Packed is not null)
                {
                    return [.. places.Select(place => place.Packed).OfType<IPackedTensor>()];
                }
            }

            return [];
        }
    }

    /// <summary>Whether something kept was changed in place since.</summary>
    public readonly bool IsDamaged => Array.Exists(places, kept => kept.IsDamaged);

    /// <summary>The result, if it is kept as it is and is what it was.</summary>
    public readonly Tensor? Result => At(ResultPlace) is { IsDamaged: false } kept ? kept.Tensor : null;

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

        var places = new SavedTensor[BitOperations.PopCount((uint)kept)];
        var next = 0;
        for (var i = 0; i < operands.Length; i++)
        {
            if (((int)kept & (1 << i)) != 0)
            {
                places[next++] = SavedTensor.Keep(i, operands[i], keeper);
            }
        }

        if ((kept & Keep.Output) != 0)
        {
            places[next] = SavedTensor.Keep(ResultPlace, value, keeper);
        }

        return new SavedTensors(places);
    }

    /// <summary>An operand that was kept, checked to be unchanged.</summary>
    public readonly Tensor Operand(Node keeper, int operand) => At(operand).Unpack(keeper, keeper.Operands[operand]);

    /// <summary>The result that was kept, checked to be unchanged.</summary>
    public readonly Tensor Output(Node keeper) => At(ResultPlace).Unpack(keeper, keeper);

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

        places = Dropped;
    }

    private readonly SavedTensor At(int place)
    {
        foreach (var kept in places)
        {
            if (kept.Place == place)
            {
                return kept;
            }
        }

        return default;
    }
}
