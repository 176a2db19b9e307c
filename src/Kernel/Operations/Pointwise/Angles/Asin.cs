using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Arc sine; derivative 1/√(1 − x²).</summary>
internal readonly struct Asin : IRealUnary<Asin>
{
    public static string Name => "asin";

    public Notation Notation => new("asin", "asin({0})", "\\arcsin {0}", "1/√(1 − {0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Asin(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * (0 - SquareMinusOne.Of(kept[0])).Rsqrt();
}
