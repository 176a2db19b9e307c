using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Inverse of erf; derivative √π/2·exp(y²).</summary>
internal readonly struct Erfinv : IRealUnary<Erfinv>
{
    public static string Name => "erfinv";

    public Notation Notation => new("erf⁻¹", "erf⁻¹({0})", "\\operatorname{{erf}}^{{-1}}({0})", "√π/2·exp({y}²)");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(ErrorFunction.Inverse(double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * (Math.Sqrt(Math.PI) / 2 * (kept.Output * kept.Output).Exp());
}
