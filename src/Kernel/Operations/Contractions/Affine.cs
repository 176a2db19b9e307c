using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// x·Wᵀ + b over the last axis, what a fully connected layer computes: one product of matrices, whatever the leading
/// axes of x, which begins with b instead of with 0 where the backend does that well. Operands are x […, in],
/// W [out, in] and b, which broadcasts to the result, if there is one.
/// </summary>
internal sealed class Affine(bool hasBias) : Operation
{
    private static readonly Affine Plain = new(hasBias: false);
    private static readonly Affine Biased = new(hasBias: true);

    public override string Name => "linear";

    public override Notation Notation { get; } = hasBias
        ? new("linear", "{0}·{1}ᵀ + {2}", "{0}\\,{1}^\\top + {2}", "{1}", "{0}", "1") { Pullbacks = Pulled }
        : new("linear", "{0}·{1}ᵀ", "{0}\\,{1}^\\top", "{1}", "{0}") { Pullbacks = Pulled[..2] };

    internal override bool IsProduct => true;

    private static string[] Pulled => ["{g}·{1}", "{g}ᵀ·{0}", "{g}"];

    /// <summary>The layer's value; the operands are of one dtype, and their shapes fit.</summary>
    public static Tensor Of(Tensor x, Tensor weight, Tensor? bias) => bias is null
        ? Plain.Apply(x, weight)
        : Biased.Apply(x, weight, bias);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (x, weight) = (operands[0], operands[1]);
        var y = x.EmptyLike(x.DType, [.. x.Shape.Lengths[..^1], weight.Shape[0]]);
        View? bias = hasBias ? new(operands[2].Storage, operands[2].Layout.Expand(y.Shape)) : null;
        var beginsWithBias = hasBias && y.Backend.AccumulatesWell;
        if (beginsWithBias)
        {
            y.Backend.Copy(bias!.Value, y.View);
        }

        y.Backend.MatMul(
            MatMul.Rows(x.Detach()).View,
            new(weight.Storage, weight.Layout.Permute([1, 0])),
            new(y.Storage, Layout.Contiguous(MatMul.RowsOf(y.Shape))),
            accumulate: beginsWithBias);
        if (hasBias && !beginsWithBias)
        {
            y.Backend.Zip(default(Add), y.View, bias!.Value, y.View);
        }

        return y;
    }

    internal override Keep Keeps(int operand) => operand switch
    {
        0 => Keep.Operand1,
        1 => Keep.Operand0,
        _ => Keep.Nothing,
    };

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand switch
    {
        0 => gradient.MatMul(kept[1]),
        1 => MatMul.Rows(gradient).T.MatMul(MatMul.Rows(kept[0])),
        _ => gradient,
    };

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand switch
    {
        0 => Of(tangent, kept[1], null),
        1 => Of(kept[0], tangent, null),
        _ => tangent.Expand([.. kept.ShapeOf(0).Lengths[..^1], kept.ShapeOf(1)[0]]),
    };
}
