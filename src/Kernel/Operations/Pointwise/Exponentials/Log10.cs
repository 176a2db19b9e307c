using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Logarithm to base 10; derivative 1/(x·log 10).</summary>
internal readonly struct Log10 : IRealUnary<Log10>
{
    public static string Name => "log10";

    public Notation Notation => new("log₁₀", "log₁₀({0})", "\\log_{{10}} {0}", "1/({0}·log 10)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Log10(x);

    public Tensor Scale(Tensor t, in Kept kept) => t / (kept[0] * Math.Log(10));
}
