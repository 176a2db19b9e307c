using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// x² − 1, exact to the last bit near ±1, and +0 there; derivative 2x. What stands in the derivatives of inverse
/// functions with branch points at ±1.
/// </summary>
internal readonly struct SquareMinusOne : IRealUnary<SquareMinusOne>
{
    public static string Name => "square_minus_one";

    public Notation Notation => new("x² − 1", "{0}² − 1", "{{{0}}}^2 - 1", "2·{0}");

    public Keep Keeps => Keep.Operand0;

    // A product by −0 would be −0, of which the root's reciprocal is −∞.
    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var product = (x - T.One) * (x + T.One);
        return product == T.Zero ? T.Zero : product;
    }

    public Tensor Scale(Tensor t, in Kept kept) => t * (2 * kept[0]);

    /// <summary>x² − 1.</summary>
    public static Tensor Of(Tensor x) => Unary<SquareMinusOne>.Apply(x);
}
