using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// a·log(1 + b), 0 where a is 0 and b is not NaN; derivatives log(1 + b), 0 where that was so, and a/(1 + b).
/// </summary>
internal readonly struct Xlog1py : IRealBinary<Xlog1py>
{
    public static string Name => "xlog1py";

    public Notation Notation => new(
        "x·log1p y",
        "{0}·log(1 + {1})",
        "{0} \\log(1 + {1})",
        "log(1 + {1})",
        "{0}/(1 + {1})");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        !T.IsNaN(b) && a == T.Zero ? T.Zero : a * Elementary.Log1p(b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? t.Xlog1py(kept[1]).MaskedFill(kept[0].Eq(0) & (kept[1] <= -1), 0)
        : t * kept[0] / (kept[1] + 1);
}
