using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// a + w·(b − a), computed from the nearer end so that w = 0 and w = 1 give the ends exactly; derivatives 1 − w, w and
/// b − a.
/// </summary>
internal sealed class Lerp : PointwiseOperation
{
    private static readonly Lerp Instance = new();

    public override string Name => "lerp";

    public override Notation Notation { get; } = new(
        "lerp",
        "{0} + {2}·({1} − {0})",
        "{0} + {2} \\cdot ({1} - {0})",
        "1 − {2}", "{2}", "{1} − {0}");

    /// <summary>Interpolates; the operands promote and broadcast.</summary>
    public static Tensor Between(Tensor start, Tensor end, Tensor weight) =>
        Instance.ApplyPromoted(start, end, weight);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (start, end, weight) = (operands[0].Detach(), operands[1].Detach(), operands[2].Detach());
        var way = end - start;
        return Tensor.Where(weight < 0.5, start + (weight * way), end - (way * (1 - weight)));
    }

    internal override Keep Keeps(int operand) => operand == 2 ? Keep.Operand0 | Keep.Operand1 : Keep.Operand2;

    private protected override Tensor Scale(Tensor t, in Kept kept, int operand) => operand switch
    {
        0 => t * (1 - kept[2]),
        1 => t * kept[2],
        _ => t * (kept[1] - kept[0]),
    };
}
