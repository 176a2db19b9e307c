using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// log(x/(1 − x)), the inverse of sigmoid, x brought to [margin, 1 − margin] first if there is a margin;
/// derivative 1/(x·(1 − x)), outside of that interval 0, or NaN without a margin.
/// </summary>
internal readonly struct Logit(double margin) : IRealUnary<Logit>
{
    public static string Name => "logit";

    public Notation Notation => new("logit", "logit({0})", "\\operatorname{{logit}}({0})", "1/({0}·(1 − {0}))");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (low, high) = (T.CreateTruncating(margin), T.One - T.CreateTruncating(margin));
        var raised = margin >= 0 && x < low ? low : x;
        var p = margin >= 0 && raised > high ? high : raised;
        var rest = T.One - p;

        // Near 1/2 the logarithm is near 0, and p − (1 − p) is exact.
        return T.Abs(p - rest) < T.CreateTruncating(0.5) ? Elementary.Log1p((p - rest) / rest) : T.Log(p / rest);
    }

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var low = Math.Max(margin, 0);
        var inside = (x >= low) & (x <= 1 - low);
        return (t / (x * (1 - x))).MaskedFill(!inside, margin < 0 ? double.NaN : 0);
    }
}
