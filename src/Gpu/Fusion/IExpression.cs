namespace NotebookGrad.Backends.Gpu;

/// <summary>A value that follows from what is known at an element.</summary>
internal interface IExpression<TKnown, T>
{
    static abstract T Of(TKnown known);
}
