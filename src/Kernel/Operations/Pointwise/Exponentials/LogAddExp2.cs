using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log₂(2ᵃ + 2ᵇ) without overflow; derivatives sigmoid((a − b)·log 2) and sigmoid((b − a)·log 2).</summary>
internal readonly struct LogAddExp2 : IRealBinary<LogAddExp2>
{
    public static string Name => "logaddexp2";

    public Notation Notation => new(
        "logaddexp2",
        "log₂(2^{0} + 2^{1})",
        "\\log_2(2^{{{0}}} + 2^{{{1}}})",
        "1/(1 + 2^({1} − {0}))",
        "1/(1 + 2^({0} − {1}))");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var greater = T.Max(a, b);
        return T.IsInfinity(greater)
            ? greater
            : greater + (Elementary.Log1p(T.Exp2(-T.Abs(a - b))) / T.Log(T.CreateTruncating(2)));
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) =>
        t * ((kept[operand] - kept[1 - operand]) * Math.Log(2)).Sigmoid();
}
