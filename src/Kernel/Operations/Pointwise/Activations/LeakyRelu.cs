using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x where positive, else slope·x; derivative 1 where positive, else slope, also at 0.</summary>
internal readonly struct LeakyRelu(double slope) : IRealUnary<LeakyRelu>
{
    public static string Name => "leaky_relu";

    public Notation Notation => new(
        "leaky ReLU",
        "leakyReLU({0})",
        "\\operatorname{{leakyReLU}}({0})",
        $"1 if {{0}} > 0, else {Notation.Number(slope)}");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > T.Zero ? x : x * T.CreateTruncating(slope);

    public Tensor Scale(Tensor t, in Kept kept) => Tensor.Where(kept[0] > 0, t, t * slope);
}
