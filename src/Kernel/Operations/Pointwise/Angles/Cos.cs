using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Cosine; derivative −sin x.</summary>
internal readonly struct Cos : IRealUnary<Cos>
{
    public static string Name => "cos";

    public Notation Notation => new("cos", "cos({0})", "\\cos {0}", "−sin({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Cos(x);

    public static void Invoke<T>(Cos kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Cos(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => -t * kept[0].Sin();
}
