using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>1/x; derivative −y².</summary>
internal readonly struct Reciprocal : IRealUnary<Reciprocal>
{
    public static string Name => "reciprocal";

    public Notation Notation => new("1/·", "1/{0}", "\\frac{{1}}{{{0}}}", "−{y}²");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.One / x;

    public static void Invoke<T>(Reciprocal kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Reciprocal(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => -t * (kept.Output * kept.Output);
}
