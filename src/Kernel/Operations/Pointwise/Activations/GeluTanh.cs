using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// GELU with Φ(x) approximated by sigmoid(2u), u = √(2/π)·(x + 0.044715·x³); derivative σ + 2x·σ·(1 − σ)·u′, where
/// σ = sigmoid(2u). (Hendrycks and Gimpel, Gaussian Error Linear Units, 2016, who write it as (1 + tanh u)/2.)
/// </summary>
internal readonly struct GeluTanh : IRealUnary<GeluTanh>
{
    public static string Name => "gelu";

    public Notation Notation => new("GELU", "GELU({0})", "\\operatorname{{GELU}}({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var argument = x + (T.CreateTruncating(Cubic) * x * x * x);
        return x / (T.One + T.Exp(-T.CreateTruncating(Twice) * argument));
    }

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var sigma = (Twice * (x + (Cubic * x.Pow(3)))).Sigmoid();
        return t * (sigma + (x * sigma * (1 - sigma) * (Twice * (1 + (3 * Cubic * x.Square())))));
    }

    private static double Twice => 2 * Math.Sqrt(2 / Math.PI);

    private static double Cubic => 0.044715;
}
