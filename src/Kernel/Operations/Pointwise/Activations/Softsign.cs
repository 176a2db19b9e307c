using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x/(1 + |x|); derivative 1/(1 + |x|)².</summary>
internal readonly struct Softsign : IRealUnary<Softsign>
{
    public static string Name => "softsign";

    public Notation Notation => new("softsign", "softsign({0})", "\\operatorname{{softsign}}({0})", "1/(1 + |{0}|)²");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x / (T.One + T.Abs(x));

    public Tensor Scale(Tensor t, in Kept kept) => t / (1 + kept[0].Abs()).Square();
}
