using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x without its whole part, x − trunc(x); derivative 1.</summary>
internal readonly struct Frac : IRealUnary<Frac>
{
    public static string Name => "frac";

    public Notation Notation => new("frac", "frac({0})", "\\operatorname{{frac}}({0})", "1");

    public Keep Keeps => Keep.Nothing;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x - T.Truncate(x);

    public Tensor Scale(Tensor t, in Kept kept) => t;
}
