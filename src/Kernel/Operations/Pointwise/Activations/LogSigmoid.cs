using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log(1/(1 + e⁻ˣ)), finite also where sigmoid rounds to 0; derivative sigmoid(−x).</summary>
internal readonly struct LogSigmoid : IRealUnary<LogSigmoid>
{
    public static string Name => "logsigmoid";

    public Notation Notation => new("log σ", "log σ({0})", "\\log \\sigma({0})", "σ(−{0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Min(x, T.Zero) - Elementary.Log1p(T.Exp(-T.Abs(x)));

    public Tensor Scale(Tensor t, in Kept kept) => t * (-kept[0]).Sigmoid();
}
