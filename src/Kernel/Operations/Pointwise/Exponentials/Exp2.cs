using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>2ˣ; derivative y·log 2.</summary>
internal readonly struct Exp2 : IRealUnary<Exp2>
{
    public static string Name => "exp2";

    public Notation Notation => new("2ˣ", "2^{0}", "2^{{{0}}}", "{y}·log 2");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Exp2(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * (kept.Output * Math.Log(2));
}
