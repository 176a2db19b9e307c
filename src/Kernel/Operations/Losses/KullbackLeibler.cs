using System.Numerics;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// t·(log t − x) for x the logarithm of a probability, 0 where t is 0; derivatives −t and log t + 1 − x, which is −∞ at
/// t = 0 (PyTorch: NaN). With targets in logarithms eᵗ(t − x), with −eᵗ and eᵗ(t + 1 − x).
/// </summary>
internal readonly struct KullbackLeibler(Flag logTarget) : IRealBinary<KullbackLeibler>
{
    public static string Name => "kl_div";

    public Notation Notation => logTarget
        ? new("KL", "e^{1}·({1} − {0})", "e^{{{1}}}({1} - {0})", "−e^{1}", "e^{1}·({1} + 1 − {0})")
        : new("KL", "{1}·(log {1} − {0})", "{1}(\\log {1} - {0})", "−{1}", "log {1} + 1 − {0}");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logTarget)
        {
            return T.Exp(t) * (t - x);
        }

        return (t == T.Zero ? T.Zero : t * T.Log(t)) - (t * x);
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var weight = logTarget ? kept[1].Exp() : kept[1];
        if (operand == 0)
        {
            return -t * weight;
        }

        return logTarget ? t * weight * (kept[1] + 1 - kept[0]) : t * (weight.Log() + 1 - kept[0]);
    }
}
