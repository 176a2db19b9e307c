using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>eˣ; derivative y.</summary>
internal readonly struct Exp : IRealUnary<Exp>
{
    public static string Name => "exp";

    public Notation Notation => new("exp", "exp({0})", "e^{{{0}}}", "{y}");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Exp(x);

    public static void Invoke<T>(Exp kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Exp(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => t * kept.Output;
}
