using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x/6 + 1/2 brought to [0, 1]; derivative 1/6 strictly inside, else 0.</summary>
internal readonly struct Hardsigmoid : IRealUnary<Hardsigmoid>
{
    public static string Name => "hardsigmoid";

    public Notation Notation => new(
        "hardsigmoid",
        "hardsigmoid({0})",
        "\\operatorname{{hardsigmoid}}({0})",
        "[−3 < {0} < 3]/6");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.Min(T.Max(x + T.CreateTruncating(3), T.Zero), T.CreateTruncating(6)) / T.CreateTruncating(6);

    public Tensor Scale(Tensor t, in Kept kept) =>
        Tensor.Where((kept[0] > -3) & (kept[0] < 3), t / 6, Tensor.ZerosLike(t));
}
