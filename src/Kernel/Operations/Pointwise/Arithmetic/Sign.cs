using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>−1, 0 or 1, and 0 for NaN; derivative 0 everywhere.</summary>
internal readonly struct Sign : IUnary<Sign>
{
    public static string Name => "sign";

    public Notation Notation => new("sign", "sign {0}", "\\operatorname{{sign}} {0}", "0");

    public Keep Keeps => Keep.Nothing;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : T.Zero;

    public Tensor Scale(Tensor t, in Kept kept) => Tensor.ZerosLike(t);
}
