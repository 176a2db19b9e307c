namespace NotebookGrad.Backends.Host;

/// <summary>The few vector instructions that a matrix product needs, at one register width.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TVector">A register of <see cref="Count"/> numbers.</typeparam>
internal unsafe interface IVectorWidth<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>The numbers in one register.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(T value);

    /// <summary>Reads <see cref="Count"/> numbers from any address, aligned or not.</summary>
    static abstract TVector Load(T* source);

    /// <summary>Writes <see cref="Count"/> numbers to any address, aligned or not.</summary>
    static abstract void Store(TVector value, T* target);

    /// <summary>Lane by lane <c>left + right</c>.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>Lane by lane <c>left · right + addend</c>, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);
}
