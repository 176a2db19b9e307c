using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The greater of a number and its bound; NaN if either is. Derivative 1 for that one, at a tie for the number.
/// </summary>
internal readonly struct ClampMin : IBinary<ClampMin>
{
    public static string Name => "clamp_min";

    public static bool TakesTruth => true;

    public Notation Notation => new("max", "max({0}, {1})", "\\max({0}, {1})", "[{0} ≥ {1}]", "[{0} < {1}]");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.Max(a, b);

    public static void Invoke<T>(ClampMin kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public Tensor Scale(Tensor t, in Kept kept, int operand) =>
        Tensor.Where(
        operand == 0 ? kept[0] >= kept[1] : kept[0] < kept[1], t, Tensor.ZerosLike(t));
}
