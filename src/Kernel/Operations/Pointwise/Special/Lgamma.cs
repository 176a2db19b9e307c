using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log |Γ(x)|; derivative digamma(x).</summary>
internal readonly struct Lgamma : IRealUnary<Lgamma>
{
    public static string Name => "lgamma";

    public Notation Notation => new("log Γ", "log |Γ({0})|", "\\log |\\Gamma({0})|", "ψ({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(GammaFunction.LogGamma(double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Digamma();
}
