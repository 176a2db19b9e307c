using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>−1, 0 or 1; derivative 0 everywhere.</summary>
internal readonly struct Sign : IUnary<Sign>
{
    public static string Name => "sign";

    public static Notation Notation { get; } = new("sign", "sign {0}", "\\operatorname{{sign}} {0}", "0");

    public static Keep Keeps => Keep.Nothing;

    public static T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => T.IsNaN(x) ? x : T.CreateTruncating(T.Sign(x));

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Invoke(x[i]);
        }
    }

    public static Tensor Scale(Tensor t, in Kept kept) => t * 0;
}
