using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// scale·x where positive, else scale·α·(exp(βx) − 1); derivative scale where positive, else scale·α·β·exp(βx),
/// also at 0. ELU, SELU and CELU are this function with parameters of their own.
/// </summary>
internal readonly struct Elu(EluVariant variant, double alpha, double scale, double beta) : IRealUnary<Elu>
{
    public static string Name => "elu";

    public Notation Notation
    {
        get
        {
            var name = variant.ToString().ToUpperInvariant();
            return new(name, $"{name}({{0}})", $"\\operatorname{{{{{name}}}}}({{0}})");
        }
    }

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > T.Zero
            ? x * T.CreateTruncating(scale)
            : Elementary.Expm1(x * T.CreateTruncating(beta)) * T.CreateTruncating(alpha * scale);

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var slope = alpha * beta * scale * (-beta * (-x).Relu()).Exp();
        return Tensor.Where(x > 0, t * scale, t * slope);
    }
}
