using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// log(1 + exp(βx))/β, and x itself where βx is above a threshold; derivative sigmoid(βx), there 1.
/// </summary>
internal readonly struct Softplus(double beta, double threshold) : IRealUnary<Softplus>
{
    public static string Name => "softplus";

    public Notation Notation => new("softplus", "softplus({0})", "\\operatorname{{softplus}}({0})", "σ({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var scaled = x * T.CreateTruncating(beta);
        return scaled > T.CreateTruncating(threshold)
            ? x
            : Elementary.Log1p(T.Exp(scaled)) / T.CreateTruncating(beta);
    }

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var scaled = kept[0] * beta;
        return Tensor.Where(scaled > threshold, t, t * scaled.Sigmoid());
    }
}
