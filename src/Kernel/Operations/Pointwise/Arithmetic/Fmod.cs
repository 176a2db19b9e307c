using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// What is left of a after whole multiples of b, with the sign of a; derivatives 1 and −trunc(a/b).
/// </summary>
internal readonly struct Fmod : IBinary<Fmod>
{
    public static string Name => "fmod";

    public Notation Notation => new(
        "fmod",
        "fmod({0}, {1})",
        "\\operatorname{{fmod}}({0}, {1})",
        "1",
        "−trunc({0}/{1})");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Nothing : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => Arithmetic.Fmod(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0 ? t : -t * kept[0].TruncDivide(kept[1]);
}
