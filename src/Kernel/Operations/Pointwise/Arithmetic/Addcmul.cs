using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x + factor·a·b; derivatives 1, factor·b and factor·a.</summary>
internal sealed class Addcmul(Scalar factor) : PointwiseOperation
{
    public override string Name => "addcmul";

    public override Notation Notation { get; } = new(
        "addcmul",
        $"{{0}} + {factor}·{{1}}·{{2}}",
        $"{{0}} + {factor} \\cdot {{1}} \\cdot {{2}}",
        "1", $"{factor}·{{2}}", $"{factor}·{{1}}");

    /// <summary>Adds the product; the operands promote and broadcast.</summary>
    public static Tensor Of(Tensor x, Tensor a, Tensor b, Scalar factor) => new Addcmul(factor).ApplyPromoted(x, a, b);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        operands[0].Detach() + (factor * (operands[1].Detach() * operands[2].Detach()));

    internal override Keep Keeps(int operand) => operand switch
    {
        0 => Keep.Nothing,
        1 => Keep.Operand2,
        _ => Keep.Operand1,
    };

    private protected override Tensor Scale(Tensor t, in Kept kept, int operand) => operand switch
    {
        0 => t,
        1 => t * (factor * kept[2]),
        _ => t * (factor * kept[1]),
    };
}
