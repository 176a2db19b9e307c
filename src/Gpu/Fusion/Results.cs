namespace NotebookGrad.Backends.Gpu;

/// <summary>The results of a fused kernel, which take what a program gives.</summary>
internal interface IResults<TSelf, TValues>
    where TSelf : struct, IResults<TSelf, TValues>
{
    static abstract TSelf Of(ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces);

    void Set(Position position, TValues values);

    void Set(int number, TValues first, TValues second, TValues third, TValues fourth);
}

/// <summary>No results.</summary>
internal struct NoResults : IResults<NoResults, Nothing>
{
    public Nothing End;

    public static NoResults Of(ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces) => default;

    public readonly void Set(Position position, Nothing values)
    {
    }

    public readonly void Set(int number, Nothing first, Nothing second, Nothing third, Nothing fourth)
    {
    }
}

/// <summary>A result, and those after it.</summary>
internal readonly struct Result<T, TTarget, TRest, TRestValues>(TTarget target, TRest rest)
    : IResults<Result<T, TTarget, TRest, TRestValues>, Known<T, TRestValues>>
    where T : unmanaged
    where TTarget : struct, ITarget<TTarget, T>
    where TRest : struct, IResults<TRest, TRestValues>
    where TRestValues : unmanaged
{
    public static Result<T, TTarget, TRest, TRestValues> Of(ReadOnlySpan<View> views, ReadOnlySpan<Paces> paces) =>
        new(TTarget.Of(views[0], paces[0]), TRest.Of(views[1..], paces[1..]));

    public void Set(Position position, Known<T, TRestValues> values)
    {
        target.Set(position, values.Value);
        rest.Set(position, values.Before);
    }

    public void Set(
        int number,
        Known<T, TRestValues> first,
        Known<T, TRestValues> second,
        Known<T, TRestValues> third,
        Known<T, TRestValues> fourth)
    {
        Four<T> four = default;
        (four.A, four.B, four.C, four.D) = (first.Value, second.Value, third.Value, fourth.Value);
        target.Set(number, four);
        rest.Set(number, first.Before, second.Before, third.Before, fourth.Before);
    }
}
