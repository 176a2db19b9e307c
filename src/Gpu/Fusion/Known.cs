namespace NotebookGrad.Backends.Gpu;

/// <summary>What is known at an element: a value, and what was known before it.</summary>
internal readonly struct Known<T, TBefore>(T value, TBefore before)
    where T : unmanaged
    where TBefore : unmanaged
{
    public readonly T Value = value;
    public readonly TBefore Before = before;
}

/// <summary>The same of four elements side by side.</summary>
internal readonly struct KnownFours<T, TBefore>(Four<T> four, TBefore before)
    where T : unmanaged
    where TBefore : unmanaged
{
    // ILGPU takes structs of the same numbers for one, however they nest, and cuts what it takes them for: only such as
    // end in what nests are cut right.
    public readonly T A = four.A;
    public readonly T B = four.B;
    public readonly T C = four.C;
    public readonly T D = four.D;
    public readonly TBefore Before = before;
}

/// <summary>Nothing. (It ends data, so that it has what marks these.)</summary>
internal struct Nothing
{
    public short End;
}
