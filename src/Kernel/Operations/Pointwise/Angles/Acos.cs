using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Arc cosine; derivative −1/√(1 − x²).</summary>
internal readonly struct Acos : IRealUnary<Acos>
{
    public static string Name => "acos";

    public Notation Notation => new("acos", "acos({0})", "\\arccos {0}", "−1/√(1 − {0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Acos(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * -(0 - SquareMinusOne.Of(kept[0])).Rsqrt();
}
