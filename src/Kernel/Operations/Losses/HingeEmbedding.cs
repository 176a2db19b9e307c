using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A distance x of a pair that belongs together (t = 1); max(0, margin − x) of one that does not (t = −1); both
/// together for any other t. Derivatives 1 and −[x ≤ margin]; by t 0.
/// </summary>
internal readonly struct HingeEmbedding(double margin) : IRealBinary<HingeEmbedding>
{
    public static string Name => "hinge_embedding_loss";

    public Notation Notation => new(
        "hinge embedding",
        "{0} if {1} = 1, max(0, m − {0}) if −1",
        "{1} = 1 \\,?\\, {0} : \\max(0, m - {0})",
        "1 if {1} = 1, −[{0} ≤ m] if −1",
        "0");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Nothing;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var together = t == T.NegativeOne ? T.Zero : x;
        return t == T.One ? together : together + T.Max(T.CreateTruncating(margin) - x, T.Zero);
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        if (operand == 1)
        {
            return Tensor.ZerosLike(t);
        }

        var together = kept[1].Ne(-1).To(t.DType);
        var apart = (kept[1].Ne(1) & (kept[0] <= margin)).To(t.DType);
        return t * (together - apart);
    }
}
