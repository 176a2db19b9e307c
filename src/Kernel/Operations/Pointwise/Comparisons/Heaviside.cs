using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>0 where a is negative, 1 where it is positive, b where it is 0; derivatives 0.</summary>
internal readonly struct Heaviside : IBinary<Heaviside>
{
    public static string Name => "heaviside";

    public static bool TakesTruth => true;

    public Notation Notation => new(
        "heaviside",
        "heaviside({0}, {1})",
        "\\operatorname{{heaviside}}({0}, {1})",
        "0",
        "0");

    public Keep Keeps(int operand) => Keep.Nothing;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => a == T.Zero ? b : a > T.Zero ? T.One : T.Zero;

    public Tensor Scale(Tensor t, in Kept kept, int operand) => Tensor.ZerosLike(t);
}
