using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>⌊a/b⌋; derivatives 0.</summary>
internal readonly struct FloorDivide : IBinary<FloorDivide>
{
    public static string Name => "floor_divide";

    public Notation Notation => new(
        "⌊÷⌋",
        "⌊{0}/{1}⌋",
        "\\left\\lfloor \\frac{{{0}}}{{{1}}} \\right\\rfloor",
        "0",
        "0");

    public Keep Keeps(int operand) => Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => Arithmetic.FloorDivide(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => Tensor.ZerosLike(t);
}
