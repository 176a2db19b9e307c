using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>eˣ; derivative y.</summary>
internal readonly struct Exp : IRealUnary<Exp>
{
    public static string Name => "exp";

    public static Notation Notation { get; } = new("exp", "exp({0})", "e^{{{0}}}", "{y}");

    public static Keep Keeps => Keep.Output;

    public static T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Exp(x);

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Exp(x, y);

    public static Tensor Scale(Tensor t, in Kept kept) => t * kept.Output;
}
