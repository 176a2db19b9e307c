namespace NotebookGrad.Nn;

/// <summary>The mean of each window of sequences; see <see cref="Functional.AvgPool1d"/>.</summary>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
/// <param name="padding">How many zeros are around the input; at most half a window.</param>
/// <param name="ceilMode">Whether a last window that is not full counts.</param>
/// <param name="countIncludePad">Whether zeros of the padding count in the mean.</param>
public sealed class AvgPool1d(
    PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default, bool ceilMode = false,
    bool countIncludePad = true) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => LayerText.Window(kernelSize, stride, padding);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Functional.AvgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad);
}
