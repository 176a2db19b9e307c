using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a/b; derivatives 1/b and −a/b².</summary>
internal readonly struct Div : IRealBinary<Div>
{
    public static string Name => "div";

    public Notation Notation => new("÷", "{0}/{1}", "\\frac{{{0}}}{{{1}}}", "1/{1}", "−{0}/{1}²");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a / b;

    public static void Invoke<T>(Div kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Divide(a, b, y);

    public static bool TryInvoke<T>(Div kernel, ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Divide(a, b, y);
        return true;
    }

    public static bool TryInvoke<T>(Div kernel, T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Divide(a, b, y);
        return true;
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? t / kept[1]
        : -t * (kept[0] / kept[1] / kept[1]);
}
