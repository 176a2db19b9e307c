using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Logarithm to base 2; derivative 1/(x·log 2).</summary>
internal readonly struct Log2 : IRealUnary<Log2>
{
    public static string Name => "log2";

    public Notation Notation => new("log₂", "log₂({0})", "\\log_2 {0}", "1/({0}·log 2)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Elementary.Log2(x);

    public Tensor Scale(Tensor t, in Kept kept) => t / (kept[0] * Math.Log(2));
}
