using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The smaller of two, or the only one that is not NaN; derivative 1 for that one, at a tie for the first.
/// </summary>
internal readonly struct Fmin : IBinary<Fmin>
{
    public static string Name => "fmin";

    public static bool TakesTruth => true;

    public Notation Notation => new("fmin", "fmin({0}, {1})", "\\min({0}, {1})", "[{0} ≤ {1}]", "[{1} < {0}]");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.IsNaN(b) || a <= b ? a : b;

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var first = (kept[0] <= kept[1]) | kept[1].IsNaN();
        return t.MaskedFill(operand == 0 ? !first : first, 0);
    }
}
