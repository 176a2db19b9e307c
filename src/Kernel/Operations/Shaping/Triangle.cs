using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Matrices with zeros above a diagonal (tril) or below it (triu); a projection, which is its own transpose.
/// </summary>
internal sealed class Triangle(bool lower, int diagonal) : Linear
{
    public override string Name => lower ? "tril" : "triu";

    public override Notation Notation { get; } = lower
        ? new("tril", "tril({0})", "\\operatorname{{tril}}({0})") { Pullbacks = ["tril({g})"] }
        : new("triu", "triu({0})", "\\operatorname{{triu}}({0})") { Pullbacks = ["triu({g})"] };

    /// <summary>Whether an element is in the triangle.</summary>
    public bool Contains(int row, int column) =>
        lower ? column - (long)row <= diagonal : column - (long)row >= diagonal;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var (rows, columns) = (x.Shape[^2], x.Shape[^1]);
        var inside = new bool[rows * columns];
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = Contains(i / columns, i % columns);
        }

        var mask = TensorCreation.Make<bool>(inside, [rows, columns], false, null, x.Device).Expand(x.Shape);
        var zero = Tensor.Full(default, 0, dtype: x.DType, device: x.Device).Expand(x.Shape);
        var y = x.EmptyLike(x.DType, x.Shape);
        y.Backend.Select(mask.View, x.View, zero.View, y.View);
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => Apply(gradient);
}
