using System.Numerics;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The negative log-likelihood of a count t under a Poisson distribution of mean x, or eˣ, without what does not depend
/// on x: x − t·log(x + ε), or eˣ − t·x. Derivatives 1 − t/(x + ε) and −log(x + ε), or eˣ − t and −x.
/// </summary>
internal readonly struct PoissonLikelihood(Flag logInput, double epsilon) : IRealBinary<PoissonLikelihood>
{
    public static string Name => "poisson_nll_loss";

    public Notation Notation => logInput
        ? new("Poisson NLL", "e^{0} − {1}·{0}", "e^{{{0}}} - {1} {0}", "e^{0} − {1}", "−{0}")
        : new("Poisson NLL", "{0} − {1}·log {0}", "{0} - {1} \\log {0}", "1 − {1}/{0}", "−log {0}");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        logInput ? T.Exp(x) - (t * x) : x - (t * T.Log(x + T.CreateTruncating(epsilon)));

    public Tensor Scale(Tensor t, in Kept kept, int operand) => (operand, (bool)logInput) switch
    {
        (0, true) => t * (kept[0].Exp() - kept[1]),
        (0, false) => t * (1 - (kept[1] / (kept[0] + epsilon))),
        (_, true) => -t * kept[0],
        _ => -t * (kept[0] + epsilon).Log(),
    };
}
