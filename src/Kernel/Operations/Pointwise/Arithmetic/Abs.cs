using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>|x|; derivative sign x, 0 at 0.</summary>
internal readonly struct Abs : IUnary<Abs>
{
    public static string Name => "abs";

    public Notation Notation => new("|·|", "|{0}|", "|{0}|", "sign {0}");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> =>
        x < T.Zero ? -x : T.Abs(x); // T.Abs refuses the least whole number, whose negative wraps around to itself

    public static void Invoke<T>(Abs kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(long))
        {
            TensorPrimitives.Abs(x, y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].Sign();
}
