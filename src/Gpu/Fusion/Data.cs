namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What a fused program is given besides operands: a number or a function with its fields, and more. (The mark is of a
/// type that nothing else has, which tells ILGPU where each begins.)
/// </summary>
internal struct Data<T, TMore>(T value, TMore more)
    where T : unmanaged
    where TMore : unmanaged
{
    public short Mark;
    public T Value = value;
    public TMore More = more;
}
