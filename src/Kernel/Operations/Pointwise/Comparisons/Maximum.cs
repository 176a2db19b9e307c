using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The greater of two; NaN if either is. Derivative 1 for that one, 1/2 for both at a tie.</summary>
internal readonly struct Maximum : IBinary<Maximum>
{
    public static string Name => "maximum";

    public static bool TakesTruth => true;

    public Notation Notation => new("max", "max({0}, {1})", "\\max({0}, {1})", "[{0} > {1}]", "[{1} > {0}]");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.Max(a, b);

    public static void Invoke<T>(Maximum kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var (mine, other) = (kept[operand], kept[1 - operand]);
        return Tensor.Where(mine.Eq(other), t / 2, t).MaskedFill(mine < other, 0);
    }
}
