using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// −t·log σ(x) − (1 − t)·log(1 − σ(x)), exact also where σ rounds to 0 or 1; derivatives σ(x) − t and −x.
/// </summary>
internal readonly struct BinaryCrossEntropyWithLogits : IRealBinary<BinaryCrossEntropyWithLogits>
{
    public static string Name => "binary_cross_entropy_with_logits";

    public Notation Notation => new(
        "BCE of logits",
        "−{1}·log σ({0}) − (1 − {1})·log(1 − σ({0}))",
        "-{1} \\log \\sigma({0}) - (1 - {1}) \\log(1 - \\sigma({0}))",
        "σ({0}) − {1}",
        "−{0}");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ((T.One - t) * x) + T.Max(-x, T.Zero) + Elementary.Log1p(T.Exp(-T.Abs(x)));

    public Tensor Scale(Tensor t, in Kept kept, int operand) =>
        t * (operand == 0 ? kept[0].Sigmoid() - kept[1] : -kept[0]);
}
