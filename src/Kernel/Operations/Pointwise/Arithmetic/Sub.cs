using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a − b.</summary>
internal readonly struct Sub : IBinary<Sub>
{
    public static string Name => "sub";

    public Notation Notation => new("−", "{0} − {1}", "{0} - {1}", "1", "−1");

    public Keep Keeps(int operand) => Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => a - b;

    public static void Invoke<T>(Sub kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(a, b, y);

    public static bool TryInvoke<T>(Sub kernel, ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Subtract(a, b, y);
        return true;
    }

    public static bool TryInvoke<T>(Sub kernel, T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Subtract(a, b, y);
        return true;
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0 ? t : -t;
}
