using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The greater of two, or the only one that is not NaN; derivative 1 for that one, at a tie for the first.
/// </summary>
internal readonly struct Fmax : IBinary<Fmax>
{
    public static string Name => "fmax";

    public static bool TakesTruth => true;

    public Notation Notation => new("fmax", "fmax({0}, {1})", "\\max({0}, {1})", "[{0} ≥ {1}]", "[{1} > {0}]");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.IsNaN(b) || a >= b ? a : b;

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var first = (kept[0] >= kept[1]) | kept[1].IsNaN();
        return t.MaskedFill(operand == 0 ? !first : first, 0);
    }
}
