using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>1/(1 + e⁻ˣ); derivative y(1 − y).</summary>
internal readonly struct Sigmoid : IRealUnary<Sigmoid>
{
    public static string Name => "sigmoid";

    public Notation Notation => new("σ", "σ({0})", "\\sigma({0})", "{y}·(1 − {y})");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-x));

    public static void Invoke<T>(Sigmoid kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sigmoid(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => Binary<SigmoidSlope>.ApplyOver(t, kept.Output);
}
