using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>−x.</summary>
internal readonly struct Neg : IUnary<Neg>
{
    public static string Name => "neg";

    public Notation Notation => new("−", "−{0}", "-{0}", "−1");

    public Keep Keeps => Keep.Nothing;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => -x;

    public static void Invoke<T>(Neg kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Negate(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => -t;
}
