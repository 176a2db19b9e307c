using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The product of matrices in the last two axes, leading axes broadcast; linear in each operand. Operands have two axes
/// at least: the method <c>MatMul</c> gives vectors theirs.
/// </summary>
internal sealed class MatMul : Operation
{
    public static readonly MatMul Instance = new();

    public override string Name => "matmul";

    public override Notation Notation { get; } = new("@", "{0}·{1}", "{0}\\,{1}", "{1}ᵀ", "{0}ᵀ");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0], operands[1]);
        var leading = Broadcasting.Common(Name, a, b, innerAxes: 2).Lengths;
        var c = a.EmptyLike(a.DType, new Shape([.. leading, a.Shape[^2], b.Shape[^1]]));
        c.Backend.MatMul(
            new(a.Storage, a.Layout.Expand(new Shape([.. leading, a.Shape[^2], a.Shape[^1]]))),
            new(b.Storage, b.Layout.Expand(new Shape([.. leading, b.Shape[^2], b.Shape[^1]]))),
            c.View);
        return c;
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand == 0
        ? Instance.Apply(gradient, Turned(kept[1]))
        : Instance.Apply(Turned(kept[0]), gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 0
        ? Instance.Apply(tangent, kept[1])
        : Instance.Apply(kept[0], tangent);

    private static Tensor Turned(Tensor x) => x.Transpose(-2, -1);
}
