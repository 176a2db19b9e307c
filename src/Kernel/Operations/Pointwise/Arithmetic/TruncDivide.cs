using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>a/b without its fraction; derivatives 0.</summary>
internal readonly struct TruncDivide : IBinary<TruncDivide>
{
    public static string Name => "trunc_divide";

    public Notation Notation => new(
        "trunc ÷",
        "trunc({0}/{1})",
        "\\operatorname{{trunc}}\\left(\\frac{{{0}}}{{{1}}}\\right)",
        "0",
        "0");

    public Keep Keeps(int operand) => Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => Arithmetic.TruncDivide(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => Tensor.ZerosLike(t);
}
