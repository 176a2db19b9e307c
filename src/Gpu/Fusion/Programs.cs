namespace NotebookGrad.Backends.Gpu;

/// <summary>Results that follow from what is known at an element.</summary>
internal interface IProgram<TKnown, TResults>
{
    static abstract TResults Run(TKnown known);
}

/// <summary>Works out a value that is used more than once, then goes on knowing it.</summary>
internal readonly struct Let<TKnown, TResults, T, TExpression, TRest> : IProgram<TKnown, TResults>
    where TKnown : unmanaged
    where T : unmanaged
    where TExpression : struct, IExpression<TKnown, T>
    where TRest : struct, IProgram<Known<T, TKnown>, TResults>
{
    public static TResults Run(TKnown known) => TRest.Run(new(TExpression.Of(known), known));
}

/// <summary>Gives a result, and those after it.</summary>
internal readonly struct Give<TKnown, TOthers, T, TExpression, TRest> : IProgram<TKnown, Known<T, TOthers>>
    where TOthers : unmanaged
    where T : unmanaged
    where TExpression : struct, IExpression<TKnown, T>
    where TRest : struct, IProgram<TKnown, TOthers>
{
    public static Known<T, TOthers> Run(TKnown known) => new(TExpression.Of(known), TRest.Run(known));
}

/// <summary>Gives nothing more.</summary>
internal readonly struct Done<TKnown> : IProgram<TKnown, Nothing>
{
    public static Nothing Run(TKnown known) => default;
}
