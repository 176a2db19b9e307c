using System.Numerics;
using System.Runtime.InteropServices;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>0 where b ≤ 0, else a: what ReLU does to a gradient, in one pass.</summary>
internal readonly struct Gate : IBinary<Gate>
{
    public static string Name => "gate";

    public Notation Notation => new("gate", "{0}·[{1} > 0]", "{0} \\cdot [{1} > 0]", "[{1} > 0]", "0");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => b <= T.Zero ? T.Zero : a;

    public static void Invoke<T>(Gate kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        // Seen as vectors, the spans are checked once instead of at every load.
        var count = y.Length / Vector<T>.Count;
        var values = MemoryMarshal.Cast<T, Vector<T>>(a)[..count];
        var gates = MemoryMarshal.Cast<T, Vector<T>>(b)[..count];
        var results = MemoryMarshal.Cast<T, Vector<T>>(y)[..count];
        for (var i = 0; i < count; i++)
        {
            var closed = Vector.LessThanOrEqual(gates[i], Vector<T>.Zero);
            results[i] = Vector.ConditionalSelect(closed, Vector<T>.Zero, values[i]);
        }

        for (var i = count * Vector<T>.Count; i < y.Length; i++)
        {
            y[i] = kernel.Invoke(a[i], b[i]);
        }
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0 ? t.Gate(kept[1]) : Tensor.ZerosLike(t);
}
