using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Columns [n, channels·kernel, windows] added where the windows lie in [n, channels, …]: the transpose of
/// <see cref="Im2Col"/>.
/// </summary>
internal sealed class Col2Im(Windows windows) : Linear
{
    public override string Name => "fold";

    public override Notation Notation { get; } = new("fold", "fold({0})", "\\operatorname{{fold}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (samples, channels) = (operands[0].Shape[0], operands[0].Shape[1] / (int)new Shape(windows.Kernel).Count);
        var columns = operands[0].Detach().Reshape([samples, channels, .. windows.Kernel, .. windows.Output]);
        var x = columns.EmptyLike(columns.DType, [samples, channels, .. windows.Input]);
        x.Backend.Fill(x.View, 0);
        windows.Accumulate(columns.View, x.View);
        return x;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => new Im2Col(windows).Apply(gradient);
}
