using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a·log b, 0 where a is 0 and b is not NaN; derivatives log b, 0 where that was so, and a/b.</summary>
internal readonly struct Xlogy : IRealBinary<Xlogy>
{
    public static string Name => "xlogy";

    public Notation Notation => new("x·log y", "{0}·log({1})", "{0} \\log {1}", "log({1})", "{0}/{1}");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => !T.IsNaN(b) && a == T.Zero ? T.Zero : a * T.Log(b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? t.Xlogy(kept[1]).MaskedFill(kept[0].Eq(0) & (kept[1] <= 0), 0)
        : t * kept[0] / kept[1];
}
