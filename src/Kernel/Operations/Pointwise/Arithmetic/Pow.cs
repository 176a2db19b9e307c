using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>aᵇ; derivatives b·aᵇ⁻¹, 0 where b is 0, and y·log a, 0 where a is 0 and b not negative.</summary>
internal readonly struct Pow : IBinary<Pow>
{
    public static string Name => "pow";

    public Notation Notation => new("^", "{0}^{1}", "{{{0}}}^{{{1}}}", "{1}·{0}^({1} − 1)", "{y}·log({0})");

    public Keep Keeps(int operand) =>
        operand == 0 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0 | Keep.Operand1 | Keep.Output;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => Arithmetic.Pow(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? (t * (kept[1] * kept[0].Pow(kept[1] - 1))).MaskedFill(kept[1].Eq(0), 0)
        : t * (kept.Output * kept[0].Log()).MaskedFill(kept[0].Eq(0) & (kept[1] >= 0), 0);
}
