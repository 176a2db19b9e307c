using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Sine; derivative cos x.</summary>
internal readonly struct Sin : IRealUnary<Sin>
{
    public static string Name => "sin";

    public Notation Notation => new("sin", "sin({0})", "\\sin {0}", "cos({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sin(x);

    public static void Invoke<T>(Sin kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sin(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Cos();
}
