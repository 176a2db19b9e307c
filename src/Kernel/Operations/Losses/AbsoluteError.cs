using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>|x − t|; derivatives ±sign(x − t), 0 where they are equal.</summary>
internal readonly struct AbsoluteError : IRealBinary<AbsoluteError>
{
    public static string Name => "l1_loss";

    public Notation Notation =>
        new("L1", "|{0} − {1}|", "\\left|{0} - {1}\\right|", "sign({0} − {1})", "−sign({0} − {1})");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Abs(x - t);

    public Tensor Scale(Tensor t, in Kept kept, int operand) =>
        (operand == 0 ? t : -t) * (kept[0] - kept[1]).Sign();
}
