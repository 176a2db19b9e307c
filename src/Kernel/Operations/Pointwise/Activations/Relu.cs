using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>max(x, 0); derivative 1 where x is positive, else 0, also at 0.</summary>
internal readonly struct Relu : IUnary<Relu>
{
    public static string Name => "relu";

    public Notation Notation => new("ReLU", "ReLU({0})", "\\operatorname{{ReLU}}({0})", "[{0} > 0]");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => x < T.Zero ? T.Zero : x;

    public static void Invoke<T>(Relu kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, T.Zero, y);

    public Tensor Scale(Tensor t, in Kept kept) => Binary<Gate>.ApplyOver(t, kept.Output);
}
