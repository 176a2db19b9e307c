using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The least whole number not below x.</summary>
internal readonly struct Ceil : IStep<Ceil>
{
    public static string Name => "ceil";

    public Notation Notation => new("⌈·⌉", "⌈{0}⌉", "\\lceil {0} \\rceil", "0");

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Ceiling(x);

    public static void Invoke<T>(Ceil kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Ceiling(x, y);
}
