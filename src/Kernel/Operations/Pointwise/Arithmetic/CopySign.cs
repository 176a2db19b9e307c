using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>|a| with the sign of b; derivative y/a, 0 where a is 0, and 0 by b.</summary>
internal readonly struct CopySign : IRealBinary<CopySign>
{
    public static string Name => "copysign";

    public Notation Notation => new(
        "copysign",
        "copysign({0}, {1})",
        "\\operatorname{{copysign}}({0}, {1})",
        "{y}/{0}",
        "0");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Output : Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CopySign(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? t * (kept.Output / kept[0]).MaskedFill(kept[0].Eq(0), 0)
        : Tensor.ZerosLike(t);
}
