using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The greatest whole number not above x.</summary>
internal readonly struct Floor : IStep<Floor>
{
    public static string Name => "floor";

    public Notation Notation => new("⌊·⌋", "⌊{0}⌋", "\\lfloor {0} \\rfloor", "0");

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Floor(x);

    public static void Invoke<T>(Floor kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Floor(x, y);
}
