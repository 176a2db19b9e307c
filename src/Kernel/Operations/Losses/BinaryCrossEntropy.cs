using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// −t·log x − (1 − t)·log(1 − x), with logarithms from −100; derivatives (x − t)/(x(1 − x)), whose divisor is at least
/// 1e-12, and log(1 − x) − log x.
/// </summary>
internal readonly struct BinaryCrossEntropy : IRealBinary<BinaryCrossEntropy>
{
    public static string Name => "binary_cross_entropy";

    public Notation Notation => new(
        "BCE",
        "−{1}·log {0} − (1 − {1})·log(1 − {0})",
        "-{1} \\log {0} - (1 - {1}) \\log(1 - {0})",
        "({0} − {1})/({0}·(1 − {0}))",
        "log((1 − {0})/{0})");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var least = T.CreateTruncating(-100);
        return ((t - T.One) * T.Max(Elementary.Log1p(-x), least)) - (t * T.Max(T.Log(x), least));
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var (x, rest) = (kept[0], 1 - kept[0]);
        return operand == 0
            ? t * (x - kept[1]) / (rest * x).ClampMin(1e-12)
            : t * (rest.Log() - x.Log());
    }
}
