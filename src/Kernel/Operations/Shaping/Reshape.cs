using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The same elements in row-major order under another shape; a view where the strides allow it. The name tells which of
/// its many uses it is.
/// </summary>
internal sealed class Reshape(Shape shape, string name = "reshape") : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "{0}")
    {
        Pullbacks = ["{g} reshaped"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        return x.Layout.Reshape(shape) is { } layout
            ? new Tensor(x.Storage, layout)
            : new Tensor(x.Converted(x.DType).Storage, Layout.Contiguous(shape));
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.Reshape(kept.ShapeOf(0));
}
