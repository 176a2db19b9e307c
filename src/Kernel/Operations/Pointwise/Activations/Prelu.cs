using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a where positive, else b·a; derivatives 1 and 0 where positive, else b and a, also at 0.</summary>
internal readonly struct Prelu : IRealBinary<Prelu>
{
    public static string Name => "prelu";

    public Notation Notation => new(
        "PReLU",
        "PReLU({0}, {1})",
        "\\operatorname{{PReLU}}({0}, {1})",
        "1 if {0} > 0, else {1}",
        "0 if {0} > 0, else {0}");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a > T.Zero ? a : a * b;

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? Tensor.Where(kept[0] > 0, t, t * kept[1])
        : Tensor.Where(kept[0] > 0, Tensor.ZerosLike(t), t * kept[0]);
}
