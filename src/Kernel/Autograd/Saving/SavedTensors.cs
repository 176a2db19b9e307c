using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NotebookGrad.Backends;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>What a node keeps for its derivative: some of its operands, its result, both or neither.</summary>
internal struct SavedTensors
{
    /// <summary>The place of the result, where operands have their numbers.</summary>
    public const int ResultPlace = -1;

    // Most nodes keep one thing or nothing: that lies here, and takes no array.
    private SavedTensor one;
    private SavedTensor[]? several;

    /// <summary>Nothing kept, as by a leaf.</summary>
    public static SavedTensors Nothing => default;

    /// <summary>Whether something is kept now.</summary>
    public bool Any => several is not null || !one.IsNothing;

    /// <summary>What is kept now in another form than tensors.</summary>
    public IPackedTensor[] Packed
    {
        get
        {
            foreach (var kept in Places)
            {
                if (kept.Packed is not null)
                {
                    SavedTensor[] all = [.. Places];
                    return [.. all.Select(place => place.Packed).OfType<IPackedTensor>()];
                }
            }

            return [];
        }
    }

    /// <summary>Whether something kept was changed in place since.</summary>
    public bool IsDamaged
    {
        get
        {
            foreach (var kept in Places)
            {
                if (kept.IsDamaged)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The result, if it is kept as it is and is what it was.</summary>
    public Tensor? Result => Whole(ResultPlace);

    /// <summary>Keeps what a derivative reads.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something was made in inference mode, or changed by a packer.
    /// </exception>
    public static SavedTensors Of(Keep kept, Tensor value, ReadOnlySpan<Tensor> operands, string keeper)
    {
        var saved = default(SavedTensors);
        var count = BitOperations.PopCount((uint)kept);
        if (count > 1)
        {
            saved.several = new SavedTensor[count];
        }

        var places = saved.Places;
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

        return saved;
    }

    /// <summary>What is kept now as it is, also by way of another form.</summary>
    public IEnumerable<Tensor> Tensors(Node keeper)
    {
        SavedTensor[] all = [.. Places];
        var plain = all.Select(kept => kept.Number is null ? kept.Tensor : keeper.Operands[kept.Place].Value);
        return
        [
            .. plain.OfType<Tensor>(),
            .. Packed.SelectMany(packed => packed.Holds),
        ];
    }

    /// <summary>What is kept at a place, if it is kept as it is and is what it was.</summary>
    public Tensor? Whole(int place) => At(place) is { IsDamaged: false } kept ? kept.Tensor : null;

    /// <summary>An operand that was kept, checked to be unchanged.</summary>
    public Tensor Operand(Node keeper, int operand)
    {
        var kept = At(operand);

        // Only where the derivative is recorded does a number need its place in the graph.
        return kept.Number is { } number && !Autograd.IsRecording
            ? new Tensor(number, Layout.Scalar)
            : kept.Unpack(keeper, keeper.Operands[operand]);
    }

    /// <summary>The result that was kept, checked to be unchanged.</summary>
    public Tensor Output(Node keeper) => At(ResultPlace).Unpack(keeper, keeper);

    /// <summary>Keeps copies of what lies in a block, because that is about to be changed.</summary>
    public void CopyOut(Storage storage)
    {
        foreach (ref var kept in Places)
        {
            if (kept is { IsDamaged: false, Tensor: { } tensor } && tensor.Storage == storage)
            {
                kept = kept.AsCopy();
            }
        }
    }

    /// <summary>Gives all of it back.</summary>
    public void Drop()
    {
        foreach (var kept in Places)
        {
            kept.Tensor?.Storage.Drop();
            kept.Packed?.Drop();
        }

        this = Nothing;
    }

    [UnscopedRef]
    private Span<SavedTensor> Places => several ?? new Span<SavedTensor>(ref one);

    private SavedTensor At(int place)
    {
        foreach (var kept in Places)
        {
            if (kept.Place == place)
            {
                return kept;
            }
        }

        return default;
    }
}
