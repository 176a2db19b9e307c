using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// (Σ|x|ᵖ)^(1/p); the greatest or least |x| for p = ±∞, the number of non-zeros for p = 0. Where the norm is 0 its
/// derivative is 0.
/// </summary>
internal sealed class Norm(double p, Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "norm";

    public override Notation Notation { get; } = new("‖·‖", "‖{0}‖", "\\lVert {0} \\rVert");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        return p switch
        {
            0 => Total(x.Ne(0).To(x.DType)),
            1 => Total(x.Abs()),
            2 => Total(x.Pow(2)).Sqrt(),
            double.PositiveInfinity => Axes.Reduce<Greatest>(x.Abs(), Result),
            double.NegativeInfinity => Axes.Reduce<Least>(x.Abs(), Result),
            _ => Total(x.Abs().Pow(p)).Pow(1 / p),
        };
    }

    private protected override Tensor Slope(in Kept kept)
    {
        var (x, y) = (kept[0], StandingOutput(kept));
        var isZero = y.Eq(0).To(y.DType);
        switch (p)
        {
            case 0:
                return Tensor.ZerosLike(x);
            case 1:
                return x.Sign();
            case 2:
                return x * ((1 - isZero) / (y + isZero));
            case double.PositiveInfinity or double.NegativeInfinity:
                var equal = x.Abs().Eq(y).To(x.DType);
                return x.Sign() * (equal / new Sum(Axes, y.Shape).Apply(equal));
            default:
                // The sign is 0 where x is, so that a number beside it will do for the power of 0.
                var ratio = (x.Abs() / (y + isZero)) + x.Eq(0).To(x.DType);
                return x.Sign() * ratio.Pow(p - 1) * (1 - isZero);
        }
    }

    private Tensor Total(Tensor x) => Axes.Reduce<Sum.Kernel>(x, Result);
}
