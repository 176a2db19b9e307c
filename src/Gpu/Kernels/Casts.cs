using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>An element of one type made of one of another.</summary>
internal interface IConversion<TFrom, TTo>
{
    TTo Invoke(TFrom x);
}

/// <summary>A number as another type has it, as C# casts.</summary>
internal readonly struct Cast<TFrom, TTo> : IConversion<TFrom, TTo>
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : unmanaged, INumber<TTo>
{
    public TTo Invoke(TFrom x) => TTo.CreateTruncating(x);
}

/// <summary>Whether a number is not 0.</summary>
internal readonly struct Truth<T> : IConversion<T, byte>
    where T : unmanaged, INumber<T>
{
    public byte Invoke(T x) => Truths.Of(x != T.Zero);
}

/// <summary>Arithmetic on one number.</summary>
internal readonly struct Mapped<TKernel, T>(TKernel kernel) : IConversion<T, T>
    where TKernel : struct, ITypedUnary<T>
{
    public T Invoke(T x) => kernel.Invoke(x);
}

/// <summary>Truth values on a device: the bytes 0 and 1.</summary>
internal static class Truths
{
    /// <summary>
    /// The byte of a truth value. (Written as one expression, the types of its arms get lost on some devices.)
    /// </summary>
    public static byte Of(bool truth)
    {
        byte value = 0;
        if (truth)
        {
            value = 1;
        }

        return value;
    }
}
