using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>What is left of a after whole multiples of b, with the sign of b; derivatives 1 and −⌊a/b⌋.</summary>
internal readonly struct Remainder : IBinary<Remainder>
{
    public static string Name => "remainder";

    public Notation Notation => new("mod", "{0} mod {1}", "{0} \\bmod {1}", "1", "−⌊{0}/{1}⌋");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Nothing : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        var rest = Arithmetic.Fmod(a, b);
        return rest != T.Zero && (rest < T.Zero) != (b < T.Zero) ? rest + b : rest;
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0 ? t : -t * kept[0].FloorDivide(kept[1]);
}
