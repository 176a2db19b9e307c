using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The axes in another order, as a view.</summary>
internal sealed class Permute(int[] order, string name = "permute") : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "{0}^\\top");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => new(operands[0].Storage, operands[0].Layout.Permute(order));

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.Permute(Inverse());

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
