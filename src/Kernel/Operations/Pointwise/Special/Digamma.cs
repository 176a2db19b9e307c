using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>ψ(x), the derivative of log Γ; its own is polygamma(1, x).</summary>
internal readonly struct Digamma : IRealUnary<Digamma>
{
    public static string Name => "digamma";

    public Notation Notation => new("ψ", "ψ({0})", "\\psi({0})", "ψ′({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(GammaFunction.Digamma(double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Polygamma(1);
}
