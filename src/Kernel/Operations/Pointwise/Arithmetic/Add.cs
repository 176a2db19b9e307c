using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a + b.</summary>
internal readonly struct Add : IBinary<Add>
{
    public static string Name => "add";

    public static bool TakesTruth => true;

    public Notation Notation => new("+", "{0} + {1}", "{0} + {1}", "1", "1");

    public Keep Keeps(int operand) => Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => a + b;

    public static void Invoke<T>(Add kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(a, b, y);

    public static bool TryInvoke<T>(Add kernel, ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Add(a, b, y);
        return true;
    }

    public static bool TryInvoke<T>(Add kernel, T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TryInvoke(kernel, b, a, y);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => t;
}
