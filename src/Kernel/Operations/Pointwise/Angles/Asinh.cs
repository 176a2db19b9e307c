using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Inverse of sinh; derivative 1/√(x² + 1).</summary>
internal readonly struct Asinh : IRealUnary<Asinh>
{
    public static string Name => "asinh";

    public Notation Notation => new("asinh", "asinh({0})", "\\operatorname{{asinh}}({0})", "1/√({0}² + 1)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Asinh(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * ((kept[0] * kept[0]) + 1).Rsqrt();
}
