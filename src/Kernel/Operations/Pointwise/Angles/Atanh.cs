using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Inverse of tanh; derivative 1/(1 − x²).</summary>
internal readonly struct Atanh : IRealUnary<Atanh>
{
    public static string Name => "atanh";

    public Notation Notation => new("atanh", "atanh({0})", "\\operatorname{{atanh}}({0})", "1/(1 − {0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Atanh(x);

    public Tensor Scale(Tensor t, in Kept kept) => t / (0 - SquareMinusOne.Of(kept[0]));
}
