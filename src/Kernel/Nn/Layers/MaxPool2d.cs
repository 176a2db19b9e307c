namespace NotebookGrad.Nn;

/// <summary>The greatest element of each window of images; see <see cref="Functional.MaxPool2d"/>.</summary>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
/// <param name="padding">How far windows reach beyond both ends; at most half their size.</param>
/// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
/// <param name="ceilMode">Whether a last window that is not full counts.</param>
public sealed class MaxPool2d(
    PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default, PerAxis dilation = default,
    bool ceilMode = false) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override string Options => LayerText.Window(kernelSize, stride, padding, dilation);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Functional.MaxPool2d(input, kernelSize, stride, padding, dilation, ceilMode);
}
