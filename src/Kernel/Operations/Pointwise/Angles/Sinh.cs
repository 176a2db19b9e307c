using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Hyperbolic sine; derivative cosh x.</summary>
internal readonly struct Sinh : IRealUnary<Sinh>
{
    public static string Name => "sinh";

    public Notation Notation => new("sinh", "sinh({0})", "\\sinh {0}", "cosh({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sinh(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Cosh();
}
