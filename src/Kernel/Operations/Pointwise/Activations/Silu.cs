using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x·sigmoid(x), also called swish; derivative σ·(1 + x·(1 − σ)).</summary>
internal readonly struct Silu : IRealUnary<Silu>
{
    public static string Name => "silu";

    public Notation Notation => new("SiLU", "{0}·σ({0})", "{0} \\cdot \\sigma({0})", "σ({0})·(1 + {0}·(1 − σ({0})))");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x / (T.One + T.Exp(-x));

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var sigma = kept[0].Sigmoid();
        return t * (sigma * (1 + (kept[0] * (1 - sigma))));
    }
}
