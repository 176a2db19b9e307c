using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Hyperbolic cosine; derivative sinh x.</summary>
internal readonly struct Cosh : IRealUnary<Cosh>
{
    public static string Name => "cosh";

    public Notation Notation => new("cosh", "cosh({0})", "\\cosh {0}", "sinh({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Cosh(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Sinh();
}
