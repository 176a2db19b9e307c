using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Error function; derivative 2/√π·exp(−x²).</summary>
internal readonly struct Erf : IRealUnary<Erf>
{
    public static string Name => "erf";

    public Notation Notation => new("erf", "erf({0})", "\\operatorname{{erf}}({0})", "2/√π·exp(−{0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(ErrorFunction.Erf(double.CreateTruncating(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * (2 / Math.Sqrt(Math.PI) * (-(kept[0] * kept[0])).Exp());
}
