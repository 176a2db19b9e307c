namespace NotebookGrad.Backends.Gpu;

/// <summary>The operands of a fused kernel; what is known at an element when they are read, besides data.</summary>
internal interface IOperands<TSelf, TData, TFours, TKnown>
    where TSelf : struct, IOperands<TSelf, TData, TFours, TKnown>
{
    static abstract TSelf Of(ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces);

    static abstract TKnown First(TFours fours, TData data);

    static abstract TKnown Second(TFours fours, TData data);

    static abstract TKnown Third(TFours fours, TData data);

    static abstract TKnown Fourth(TFours fours, TData data);

    TKnown At(Position position, TData data);

    TFours Fours(int number);
}

/// <summary>No operands.</summary>
internal struct NoOperands<TData> : IOperands<NoOperands<TData>, TData, Nothing, TData>
{
    public Nothing End;

    public static NoOperands<TData> Of(ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces) => default;

    public static TData First(Nothing fours, TData data) => data;

    public static TData Second(Nothing fours, TData data) => data;

    public static TData Third(Nothing fours, TData data) => data;

    public static TData Fourth(Nothing fours, TData data) => data;

    public readonly TData At(Position position, TData data) => data;

    public readonly Nothing Fours(int number) => default;
}

/// <summary>An operand, and those after it.</summary>
internal readonly struct Operand<T, TSource, TData, TRest, TRestFours, TRestKnown>(TSource source, TRest rest)
    : IOperands<Operand<T, TSource, TData, TRest, TRestFours, TRestKnown>, TData, KnownFours<T, TRestFours>, Known<T, TRestKnown>>
    where T : unmanaged
    where TSource : struct, ISource<TSource, T>
    where TRest : struct, IOperands<TRest, TData, TRestFours, TRestKnown>
    where TRestFours : unmanaged
    where TRestKnown : unmanaged
{
    public static Operand<T, TSource, TData, TRest, TRestFours, TRestKnown> Of(
        ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces) =>
        new(TSource.Of(views[0], paces[0]), TRest.Of(views[1..], paces[1..]));

    public static Known<T, TRestKnown> First(KnownFours<T, TRestFours> fours, TData data) =>
        new(fours.A, TRest.First(fours.Before, data));

    public static Known<T, TRestKnown> Second(KnownFours<T, TRestFours> fours, TData data) =>
        new(fours.B, TRest.Second(fours.Before, data));

    public static Known<T, TRestKnown> Third(KnownFours<T, TRestFours> fours, TData data) =>
        new(fours.C, TRest.Third(fours.Before, data));

    public static Known<T, TRestKnown> Fourth(KnownFours<T, TRestFours> fours, TData data) =>
        new(fours.D, TRest.Fourth(fours.Before, data));

    public Known<T, TRestKnown> At(Position position, TData data) =>
        new(source.At(position), rest.At(position, data));

    public KnownFours<T, TRestFours> Fours(int number) => new(source.Fours(number), rest.Fours(number));
}
