namespace NotebookGrad.Backends.Gpu;

/// <summary>What became known last.</summary>
internal readonly struct Last<T, TBefore> : IExpression<Known<T, TBefore>, T>
    where T : unmanaged
    where TBefore : unmanaged
{
    public static T Of(Known<T, TBefore> known) => known.Value;
}

/// <summary>What was known before that.</summary>
internal readonly struct Earlier<TLast, TBefore, T, TExpression> : IExpression<Known<TLast, TBefore>, T>
    where TLast : unmanaged
    where TBefore : unmanaged
    where TExpression : struct, IExpression<TBefore, T>
{
    public static T Of(Known<TLast, TBefore> known) => TExpression.Of(known.Before);
}

/// <summary>The first of the data.</summary>
internal readonly struct Datum<T, TMore> : IExpression<Data<T, TMore>, T>
    where T : unmanaged
    where TMore : unmanaged
{
    public static T Of(Data<T, TMore> data) => data.Value;
}

/// <summary>One of those after it.</summary>
internal readonly struct Later<TFirst, TMore, T, TExpression> : IExpression<Data<TFirst, TMore>, T>
    where TFirst : unmanaged
    where TMore : unmanaged
    where TExpression : struct, IExpression<TMore, T>
{
    public static T Of(Data<TFirst, TMore> data) => TExpression.Of(data.More);
}

/// <summary>A function without fields.</summary>
internal readonly struct Plain<TKnown, TFunction> : IExpression<TKnown, TFunction>
    where TFunction : struct
{
    public static TFunction Of(TKnown known) => default;
}

/// <summary>What a function makes of a value.</summary>
internal readonly struct Apply<TKnown, TFrom, TTo, TFunction, TWhich, TChild> : IExpression<TKnown, TTo>
    where TFunction : struct, IConversion<TFrom, TTo>
    where TWhich : struct, IExpression<TKnown, TFunction>
    where TChild : struct, IExpression<TKnown, TFrom>
{
    public static TTo Of(TKnown known) => TWhich.Of(known).Invoke(TChild.Of(known));
}

/// <summary>What a function makes of two values.</summary>
internal readonly struct Pair<TKnown, TFrom, TTo, TFunction, TWhich, TLeft, TRight> : IExpression<TKnown, TTo>
    where TFunction : struct, IPairing<TFrom, TTo>
    where TWhich : struct, IExpression<TKnown, TFunction>
    where TLeft : struct, IExpression<TKnown, TFrom>
    where TRight : struct, IExpression<TKnown, TFrom>
{
    public static TTo Of(TKnown known) => TWhich.Of(known).Invoke(TLeft.Of(known), TRight.Of(known));
}

/// <summary>One of two values, as a condition says.</summary>
internal readonly struct Choose<TKnown, T, TCondition, TLeft, TRight> : IExpression<TKnown, T>
    where TCondition : struct, IExpression<TKnown, byte>
    where TLeft : struct, IExpression<TKnown, T>
    where TRight : struct, IExpression<TKnown, T>
{
    public static T Of(TKnown known)
    {
        var (first, second) = (TLeft.Of(known), TRight.Of(known));
        if (TCondition.Of(known) != 0)
        {
            return first;
        }

        return second;
    }
}
