using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log(eᵃ + eᵇ) without overflow; derivatives sigmoid(a − b) and sigmoid(b − a).</summary>
internal readonly struct LogAddExp : IRealBinary<LogAddExp>
{
    public static string Name => "logaddexp";

    public Notation Notation => new(
        "logaddexp",
        "log(exp({0}) + exp({1}))",
        "\\log(e^{{{0}}} + e^{{{1}}})",
        "σ({0} − {1})",
        "σ({1} − {0})");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var greater = T.Max(a, b);
        return T.IsInfinity(greater) ? greater : greater + Elementary.Log1p(T.Exp(-T.Abs(a - b)));
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => t * (kept[operand] - kept[1 - operand]).Sigmoid();
}
