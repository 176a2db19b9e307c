using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x without its fraction.</summary>
internal readonly struct Trunc : IStep<Trunc>
{
    public static string Name => "trunc";

    public Notation Notation => new("trunc", "trunc({0})", "\\operatorname{{trunc}}({0})", "0");

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Truncate(x);

    public static void Invoke<T>(Trunc kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Truncate(x, y);
}
