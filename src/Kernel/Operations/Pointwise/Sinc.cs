using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>sin(πx)/(πx), 1 at 0; derivative (cos(πx) − y)/x, 0 at 0.</summary>
internal readonly struct Sinc : IRealUnary<Sinc>
{
    public static string Name => "sinc";

    public Notation Notation => new("sinc", "sinc({0})", "\\operatorname{{sinc}}({0})", "(cos(π·{0}) − {y})/{0}");

    public Keep Keeps => Keep.Operand0 | Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x == T.Zero ? T.One : T.Sin(T.Pi * x) / (T.Pi * x);

    public Tensor Scale(Tensor t, in Kept kept) =>
        (t * (((kept[0] * Math.PI).Cos() - kept.Output) / kept[0])).MaskedFill(kept[0].Eq(0), 0);
}
