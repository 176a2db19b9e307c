using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>−1, 0 or 1; derivative 0 everywhere.</summary>
internal readonly struct Sign : IUnary<Sign>
{
    public static string Name => "sign";

    public Notation Notation => new("sign", "sign {0}", "\\operatorname{{sign}} {0}", "0");

    public Keep Keeps => Keep.Nothing;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => T.IsNaN(x) ? x : T.CreateTruncating(T.Sign(x));

    public static void Invoke<T>(Sign kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }

    public Tensor Scale(Tensor t, in Kept kept) => t * 0;
}
