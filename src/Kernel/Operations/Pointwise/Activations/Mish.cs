using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// x·tanh(softplus(x)); derivative τ + x·σ·(1 − τ²), where τ = tanh(softplus(x)). (Misra, Mish: A Self Regularized
/// Non-Monotonic Activation Function, 2019.)
/// </summary>
internal readonly struct Mish : IRealUnary<Mish>
{
    public static string Name => "mish";

    public Notation Notation => new(
        "Mish",
        "{0}·tanh(softplus({0}))",
        "{0} \\cdot \\tanh(\\operatorname{{softplus}}({0}))");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * T.Tanh(Elementary.Log1p(T.Exp(x)));

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var tau = Functional.Softplus(x).Tanh();
        return t * (tau + (x * x.Sigmoid() * (1 - (tau * tau))));
    }
}
