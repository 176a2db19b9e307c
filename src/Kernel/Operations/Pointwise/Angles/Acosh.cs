using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Inverse of cosh; derivative 1/√(x² − 1).</summary>
internal readonly struct Acosh : IRealUnary<Acosh>
{
    public static string Name => "acosh";

    public Notation Notation => new("acosh", "acosh({0})", "\\operatorname{{acosh}}({0})", "1/√({0}² − 1)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Acosh(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * SquareMinusOne.Of(kept[0]).Rsqrt();
}
