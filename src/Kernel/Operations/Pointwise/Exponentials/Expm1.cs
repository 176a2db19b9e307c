using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>eˣ − 1, exact also near 0; derivative y + 1.</summary>
internal readonly struct Expm1 : IRealUnary<Expm1>
{
    public static string Name => "expm1";

    public Notation Notation => new("expm1", "expm1({0})", "\\operatorname{{expm1}}({0})", "{y} + 1");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Elementary.Expm1(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * (kept.Output + 1);
}
