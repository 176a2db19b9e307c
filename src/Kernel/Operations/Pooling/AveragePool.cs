using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The sum of each window over a divisor, one axis after the other. Its transpose spreads each window's number over its
/// elements.
/// </summary>
internal sealed class AveragePool(string name, Windows windows, Tensor divisor) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\operatorname{{mean}}_{{\\square}}({0})")
    {
        Pullbacks = ["{g}/n into each window"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var sum = operands[0];
        for (var axis = windows.Rank - 1; axis >= 0; axis--)
        {
            sum = windows.SumAlong(axis, sum);
        }

        Binary<Div>.ApplyInPlace(sum, divisor);
        return sum;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new AveragePoolTranspose(name, windows, divisor).Apply(gradient);
}
