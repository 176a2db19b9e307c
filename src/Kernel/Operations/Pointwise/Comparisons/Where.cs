using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// a where a condition holds, else b. The operand that is not taken gets 0, but what its own history makes of that 0
/// may still be NaN, as in PyTorch.
/// </summary>
internal sealed class Where : PointwiseOperation
{
    private static readonly Where Instance = new();

    public override string Name => "where";

    public override Notation Notation { get; } = new(
        "where",
        "{1} if {0}, else {2}",
        "{0} \\,?\\, {1} : {2}",
        string.Empty, "[{0}]", "[not {0}]");

    /// <summary>Chooses; a and b promote, and all three broadcast.</summary>
    /// <exception cref="ArgumentException">The condition is not Bool, or the shapes do not meet.</exception>
    public static Tensor Of(Tensor condition, Tensor a, Tensor b)
    {
        if (condition.DType != DType.Bool)
        {
            throw new ArgumentException(
                $"where: the condition {condition.Describe()} is {condition.DType.Text}; it must be truth values, as a "
                + "comparison such as x > 0 makes them");
        }

        var dtype = Promotion.Common(a, b);
        return Instance.Apply([condition, a.To(dtype), b.To(dtype)]);
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (condition, a, b) = (operands[0], operands[1], operands[2]);
        var shape = Broadcasting.Common(Name, a, b);
        shape = Broadcasting.Common(Name, condition, a.Shape == shape ? a : b, condition.Shape, shape, 0);
        var y = a.EmptyLike(a.DType, shape);
        y.Backend.Select(
            new(condition.Storage, condition.Layout.Expand(shape)),
            new(a.Storage, a.Layout.Expand(shape)),
            new(b.Storage, b.Layout.Expand(shape)),
            y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Operand0;

    private protected override Tensor Scale(Tensor t, in Kept kept, int operand) =>
        t.MaskedFill(operand == 1 ? !kept[0] : kept[0], 0);
}
