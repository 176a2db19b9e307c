namespace NotebookGrad;

/// <summary>A tensor that a node keeps in another form than its elements.</summary>
internal interface IPackedTensor
{
    /// <summary>The bytes that it occupies in memory now.</summary>
    long Bytes { get; }

    /// <summary>Tensors that it keeps alive as they are; their bytes are not among its own.</summary>
    IEnumerable<Tensor> Holds => [];

    /// <summary>All that unpacking this one fills until their nodes are through; none where nothing stays.</summary>
    IEnumerable<IPackedTensor> Fills => [];

    /// <summary>The bytes that it occupies in memory when it is filled.</summary>
    long FilledBytes => Bytes;

    /// <summary>The elements again, as a constant.</summary>
    Tensor Unpack();

    /// <summary>Drops what unpacking has left behind here.</summary>
    void Forget()
    {
    }

    /// <summary>Drops what unpacking has left behind anywhere.</summary>
    void ForgetAll()
    {
    }

    /// <summary>Says that nobody will unpack it any more.</summary>
    void Drop()
    {
    }
}
