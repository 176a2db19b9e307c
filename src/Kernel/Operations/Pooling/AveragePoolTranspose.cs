using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Each window's number over a divisor, added to all elements of the window.</summary>
internal sealed class AveragePoolTranspose(string name, Windows windows, Tensor divisor) : Linear
{
    public override string Name => $"{name}_transpose";

    public override Notation Notation { get; } = new(
        name + "ᵀ", name + "ᵀ({0})", "\\operatorname{{mean}}_{{\\square}}^\\top({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var spread = operands[0].Detach() / divisor;
        for (var axis = 0; axis < windows.Rank; axis++)
        {
            spread = windows.SpreadAlong(axis, spread);
        }

        return spread;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new AveragePool(name, windows, divisor).Apply(gradient);
}
