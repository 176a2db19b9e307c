using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Hyperbolic tangent; derivative 1 − y².</summary>
internal readonly struct Tanh : IRealUnary<Tanh>
{
    public static string Name => "tanh";

    public Notation Notation => new("tanh", "tanh({0})", "\\tanh {0}", "1 − {y}²");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Tanh(x);

    public static void Invoke<T>(Tanh kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Tanh(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => t * (1 - (kept.Output * kept.Output));
}
