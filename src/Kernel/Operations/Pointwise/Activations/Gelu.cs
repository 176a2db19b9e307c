using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// x·Φ(x), where Φ is the standard normal distribution; derivative Φ(x) + x·φ(x), where φ is its density.
/// (Hendrycks and Gimpel, Gaussian Error Linear Units, 2016.)
/// </summary>
internal readonly struct Gelu : IRealUnary<Gelu>
{
    public static string Name => "gelu";

    public Notation Notation => new("GELU", "GELU({0})", "\\operatorname{{GELU}}({0})", "Φ({0}) + {0}·φ({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var argument = double.CreateTruncating(x);
        return T.CreateTruncating(argument * 0.5 * ErrorFunction.Erfc(-argument * Math.Sqrt(0.5)));
    }

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var distribution = 0.5 * (-Math.Sqrt(0.5) * x).Erfc();
        var density = (-0.5 * x * x).Exp() / Math.Sqrt(2 * Math.PI);
        return t * (distribution + (x * density));
    }
}
