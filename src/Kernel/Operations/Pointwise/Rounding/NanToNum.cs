using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x, but numbers in the place of NaN, ∞ and −∞; derivative 1, there 0.</summary>
internal readonly struct NanToNum(double nan, double positive, double negative) : IUnary<NanToNum>
{
    public static string Name => "nan_to_num";

    public Notation Notation => new(
        "nan→num",
        "nan_to_num({0})",
        "\\operatorname{{nan\\_to\\_num}}({0})",
        "[{0} is finite]");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => T.IsNaN(x) ? T.CreateTruncating(nan)
        : T.IsPositiveInfinity(x) ? T.CreateSaturating(positive)
        : T.IsNegativeInfinity(x) ? T.CreateSaturating(negative)
        : x;

    public Tensor Scale(Tensor t, in Kept kept) => t * kept[0].IsFinite();
}
