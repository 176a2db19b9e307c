using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What two elements make, on a device.</summary>
internal interface IPairing<TFrom, TTo>
{
    TTo Invoke(TFrom a, TFrom b);
}

/// <summary>Arithmetic on two numbers.</summary>
internal readonly struct Pairing<TKernel, T>(TKernel kernel) : IPairing<T, T>
    where TKernel : struct, ITypedBinary<T>
{
    public T Invoke(T a, T b) => kernel.Invoke(a, b);
}

/// <summary>A comparison of two numbers, as a byte.</summary>
internal readonly struct Comparing<TKernel, T> : IPairing<T, byte>
    where TKernel : struct, IComparisonKernel
    where T : unmanaged, INumber<T>
{
    public byte Invoke(T a, T b) => Truths.Of(TKernel.Invoke(a, b));
}
