using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a·b; derivatives b and a.</summary>
internal readonly struct Mul : IBinary<Mul>
{
    public static string Name => "mul";

    public static bool TakesTruth => true;

    public Notation Notation => new("×", "{0}·{1}", "{0} \\cdot {1}", "{1}", "{0}");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => a * b;

    public static void Invoke<T>(Mul kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(a, b, y);

    public static bool TryInvoke<T>(Mul kernel, ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Multiply(a, b, y);
        return true;
    }

    public static bool TryInvoke<T>(Mul kernel, T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TryInvoke(kernel, b, a, y);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => t * kept[1 - operand];
}
