using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The n-th derivative of digamma, n at least 1; its own is the next one.</summary>
internal readonly struct Polygamma(int order) : IRealUnary<Polygamma>
{
    public static string Name => "polygamma";

    public Notation Notation => new(
        $"ψ⁽{order}⁾",
        $"ψ⁽{order}⁾({{0}})",
        $"\\psi^{{{{({order})}}}}({{0}})",
        $"ψ⁽{order + 1}⁾({{0}})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(GammaFunction.Polygamma(order, double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Polygamma(order + 1);
}
