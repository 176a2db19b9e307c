using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x·hardsigmoid(x); derivative 0 below −3, 1 from 3 on, between them x/3 + 1/2.</summary>
internal readonly struct Hardswish : IRealUnary<Hardswish>
{
    public static string Name => "hardswish";

    public Notation Notation => new(
        "hardswish",
        "hardswish({0})",
        "\\operatorname{{hardswish}}({0})",
        "{0}/3 + 1/2 if −3 ≤ {0} < 3, else [{0} ≥ 3]");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * T.Min(T.Max(x + T.CreateTruncating(3), T.Zero), T.CreateTruncating(6)) / T.CreateTruncating(6);

    // Of the derivative the second one at −3 is 0, as at 3.
    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var outside = t * ((x >= 3).To(t.DType) - (0.5 * x.Eq(-3).To(t.DType)));
        return Tensor.Where((x <= -3) | (x >= 3), outside, t * ((x / 3) + 0.5));
    }
}
