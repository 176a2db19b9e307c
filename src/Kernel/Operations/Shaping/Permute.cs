using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The axes in another order, as a view.</summary>
internal sealed class Permute(int[] order, string name = "permute") : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = IsTransposition(order)
        ? new("(·)ᵀ", "{0}ᵀ", "{0}^\\top") { Pullbacks = ["{g}ᵀ"] }
        : new(name, name + "({0})", "\\operatorname{{" + name + "}}({0})") { Pullbacks = ["{g} permuted back"] };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => new(operands[0].Storage, operands[0].Layout.Permute(order));

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.Permute(Inverse());

    // Each matrix is transposed, and stays where it is.
    private static bool IsTransposition(int[] order) => order.Length > 1
        && order[^1] == order.Length - 2
        && order[^2] == order.Length - 1
        && order.AsSpan(0, order.Length - 2).SequenceEqual([.. Enumerable.Range(0, order.Length - 2)]);

    private int[] Inverse()
    {
        var inverse = new int[order.Length];
        for (var axis = 0; axis < order.Length; axis++)
        {
            inverse[order[axis]] = axis;
        }

        return inverse;
    }
}
