using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log(1 + e^(−t·x)); derivatives −t·σ(−t·x) and −x·σ(−t·x).</summary>
internal readonly struct SoftMargin : IRealBinary<SoftMargin>
{
    public static string Name => "soft_margin_loss";

    public Notation Notation => new(
        "soft margin",
        "log(1 + e^(−{1}·{0}))",
        "\\log\\left(1 + e^{{-{1} {0}}}\\right)",
        "−{1}·σ(−{1}·{0})",
        "−{0}·σ(−{1}·{0})");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var margin = x * t;
        return T.Max(-margin, T.Zero) + Elementary.Log1p(T.Exp(-T.Abs(margin)));
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) =>
        -t * (kept[1 - operand] * (-(kept[0] * kept[1])).Sigmoid());
}
