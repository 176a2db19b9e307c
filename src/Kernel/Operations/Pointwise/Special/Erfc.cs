using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>1 − erf(x), exact also where that rounds to 0; derivative −2/√π·exp(−x²).</summary>
internal readonly struct Erfc : IRealUnary<Erfc>
{
    public static string Name => "erfc";

    public Notation Notation => new("erfc", "erfc({0})", "\\operatorname{{erfc}}({0})", "−2/√π·exp(−{0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(ErrorFunction.Erfc(double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * (-2 / Math.Sqrt(Math.PI) * (-(kept[0] * kept[0])).Exp());
}
