using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The windows of [n, channels, …] as columns [n, channels·kernel, windows], zeros where a window reaches beyond.
/// </summary>
internal sealed class Im2Col(Windows windows) : Linear
{
    public override string Name => "unfold";

    public override Notation Notation { get; } = new("unfold", "unfold({0})", "\\operatorname{{unfold}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var (samples, channels) = (x.Shape[0], x.Shape[1]);
        var columns = x.EmptyLike(x.DType, [samples, channels, .. windows.Kernel, .. windows.Output]);
        windows.Collect(x.View, columns.View);
        var (size, count) = ((int)new Shape(windows.Kernel).Count, (int)new Shape(windows.Output).Count);
        return new(columns.Storage, Layout.Contiguous([samples, channels * size, count]));
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => new Col2Im(windows).Apply(gradient);
}
