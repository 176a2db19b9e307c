using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Arc tangent; derivative 1/(1 + x²).</summary>
internal readonly struct Atan : IRealUnary<Atan>
{
    public static string Name => "atan";

    public Notation Notation => new("atan", "atan({0})", "\\arctan {0}", "1/(1 + {0}²)");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Atan(x);

    public Tensor Scale(Tensor t, in Kept kept) => t / ((kept[0] * kept[0]) + 1);
}
